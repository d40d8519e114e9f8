using System.Globalization;
using System.Text;

namespace Gradus.Learning;

public abstract partial class Module
{
    /// <summary>The tree as PyTorch prints it, with the number of parameters after each layer that has some. Attention names its sizes too, which PyTorch leaves out.</summary>
    /// <returns>One line, or one for each layer of a tree.</returns>
    public override string ToString()
    {
        StringBuilder text = new();
        Print(text, 0);
        return text.ToString();
    }

    /// <summary>What stands between the parentheses when the module is printed, such as <c>in_features=10</c>.</summary>
    /// <returns>The text; empty by default.</returns>
    protected virtual string Describe() => "";

    private void Print(StringBuilder text, int depth)
    {
        string description = Describe();
        text.Append(Kind).Append('(');
        if (_children.Count > 0 && description.Length > 0)
        {
            text.Append('\n').Append(' ', (depth + 1) * 2);
        }

        text.Append(description);
        foreach ((string name, Module child) in _children)
        {
            text.Append('\n').Append(' ', (depth + 1) * 2).Append('(').Append(name).Append("): ");
            child.Print(text, depth + 1);
        }

        if (_children.Count > 0)
        {
            text.Append('\n').Append(' ', depth * 2);
        }

        text.Append(')');
        if (ParameterCount is > 0 and long count)
        {
            text.Append(CultureInfo.InvariantCulture, $"  # {count:N0} parameters");
        }
    }
}
