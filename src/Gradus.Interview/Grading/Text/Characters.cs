namespace Gradus.Interview.Grading.Text;

/// <summary>One spelling for the characters and LaTeX commands that formulas are written with.</summary>
internal static class Characters
{
    private static readonly Dictionary<char, string> Names = new()
    {
        ['α'] = "alpha",
        ['β'] = "beta",
        ['γ'] = "gamma",
        ['δ'] = "delta",
        ['ε'] = "epsilon",
        ['ϵ'] = "epsilon",
        ['η'] = "eta",
        ['θ'] = "theta",
        ['λ'] = "lambda",
        ['μ'] = "mu",
        ['µ'] = "mu",
        ['π'] = "pi",
        ['ρ'] = "rho",
        ['σ'] = "sigma",
        ['τ'] = "tau",
        ['φ'] = "phi",
        ['ϕ'] = "phi",
        ['ω'] = "omega",
        ['Σ'] = "sum",
        ['∑'] = "sum",
        ['Δ'] = "delta",
        ['∂'] = "d",
        ['∇'] = "gradient",
        ['√'] = "sqrt",
        ['∞'] = "infinity",
        ['∏'] = "product",
    };

    private static readonly Dictionary<char, string> Operators = new()
    {
        ['×'] = "*",
        ['·'] = "*",
        ['⋅'] = "*",
        ['⊙'] = "*",
        ['∗'] = "*",
        ['∘'] = "*",
        ['−'] = "-",
        ['÷'] = "/",
        ['∕'] = "/",
        ['⁄'] = "/",
        ['≈'] = "=",
        ['≃'] = "=",
        ['≡'] = "=",
        ['←'] = "=",
        ['∼'] = "~",
        ['→'] = "->",
        ['⇒'] = "->",
        ['⟶'] = "->",
        ['≤'] = "<=",
        ['≥'] = ">=",
        ['≪'] = "<",
        ['≫'] = ">",
        ['≠'] = "!=",
    };

    private static readonly Dictionary<string, string> Commands = new(StringComparer.Ordinal)
    {
        ["cdot"] = "*",
        ["times"] = "*",
        ["odot"] = "*",
        ["div"] = "/",
        ["approx"] = "=",
        ["leftarrow"] = "=",
        ["to"] = "->",
        ["rightarrow"] = "->",
        ["Rightarrow"] = "->",
        ["leq"] = "<=",
        ["le"] = "<=",
        ["geq"] = ">=",
        ["ge"] = ">=",
        ["pm"] = "+",
        ["varepsilon"] = "epsilon",
        ["infty"] = "infinity",
        ["partial"] = "d",
        ["nabla"] = "gradient",
        ["left"] = "",
        ["right"] = "",
        ["hat"] = "",
        ["bar"] = "",
        ["tilde"] = "",
        ["vec"] = "",
        ["text"] = "",
        ["mathrm"] = "",
        ["mathbf"] = "",
        ["operatorname"] = "",
        ["quad"] = "",
        ["displaystyle"] = "",
    };

    private const string Superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private const string Subscripts = "₀₁₂₃₄₅₆₇₈₉";

    /// <summary>The name of a Greek letter or mathematical sign, or null.</summary>
    public static string? NameOf(char character) => char.IsAscii(character) ? null : Names.GetValueOrDefault(character);

    /// <summary>The plain operator for a Unicode one, or null.</summary>
    public static string? OperatorOf(char character) => char.IsAscii(character) ? null : Operators.GetValueOrDefault(character);

    /// <summary>What a LaTeX command stands for: an operator, a name, or nothing.</summary>
    public static string CommandOf(string command) => Commands.GetValueOrDefault(command, command);

    /// <summary>The digit of a superscript, or -1.</summary>
    public static int Superscript(char character) => Superscripts.IndexOf(character, StringComparison.Ordinal);

    /// <summary>The digit of a subscript, or -1.</summary>
    public static int Subscript(char character) => Subscripts.IndexOf(character, StringComparison.Ordinal);
}
