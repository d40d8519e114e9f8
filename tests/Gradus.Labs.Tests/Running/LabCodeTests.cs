using Gradus.Labs.Running;

namespace Gradus.Labs.Tests.Running;

public sealed class LabCodeTests
{
    [Fact]
    public void Shown_MarkedSource_IsMovedToTheMargin()
    {
        const string source = "class A\n{\n    // begin: shown\n    if (a)\n    {\n        b();\n    }\n\n    c();\n    // end: shown\n}\n";

        Assert.Equal("if (a)\n{\n    b();\n}\n\nc();", LabCode.Shown(source, "A.cs"));
    }

    [Fact]
    public void Shown_NoMarks_Throws()
    {
        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => LabCode.Shown("class A;", "A.cs"));

        Assert.Contains("A.cs", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_TypeWithoutFile_Throws() => Assert.Throws<InvalidOperationException>(() => LabCode.Of(typeof(LabResult)));
}
