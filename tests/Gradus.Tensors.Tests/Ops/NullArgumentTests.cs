using System.Linq.Expressions;
using System.Reflection;

namespace Gradus.Tensors.Tests.Ops;

/// <summary>Null for a tensor, or for whatever else must be there, is named as the parameter that it was given for. Every public method and operator is called.</summary>
public sealed class NullArgumentTests
{
    private static readonly NullabilityInfoContext Nullability = new();

    public static TheoryData<string> Names => [.. Calls().Select(call => Name(call.Method, call.Parameter)).Distinct()];

    [Theory]
    [MemberData(nameof(Names))]
    public void Call_WithNull_NamesTheParameter(string name)
    {
        foreach ((MethodBase method, int parameter) in Calls().Where(call => Name(call.Method, call.Parameter) == name))
        {
            ArgumentException error = Assert.IsType<ArgumentException>(Record.Exception(() => Call(method, parameter)), exactMatch: false);

            Assert.Equal(method.GetParameters()[parameter].Name, error.ParamName);
        }
    }

    [Fact]
    public void Names_OfOperators_AreThere()
    {
        Assert.Contains("Arithmetic.op_Addition(Tensor, Tensor) b", Names.Select(row => row.Data));
        Assert.Contains("Selection.Where(Tensor, Tensor, Tensor) whereTrue", Names.Select(row => row.Data));
    }

    private static IEnumerable<(MethodBase Method, int Parameter)> Calls() =>
        from type in typeof(Tensor).Assembly.GetExportedTypes()
        where type == typeof(Tensor) || (type.IsAbstract && type.IsSealed && type != typeof(BFloat16) && !type.IsNested)
        from method in type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        where !method.ContainsGenericParameters && !method.IsVirtual && !method.IsSpecialName | method.Name.StartsWith("op_", StringComparison.Ordinal)
        from parameter in method.GetParameters()
        where !parameter.ParameterType.IsValueType && Nullability.Create(parameter).WriteState != NullabilityState.Nullable && !IsReceiver(type, method, parameter)
        select ((MethodBase)method, parameter.Position);

    // What stands before the dot may not be null, as everywhere in C#.
    private static bool IsReceiver(Type type, MethodInfo method, ParameterInfo parameter) => parameter.Position == 0 && method.IsStatic
        && type.GetNestedTypes().SelectMany(group => group.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Any(declared => declared.Name == method.Name && declared.GetParameters().Select(p => p.ParameterType).SequenceEqual(method.GetParameters().Skip(1).Select(p => p.ParameterType)));

    private static string Name(MethodBase method, int parameter) =>
        $"{method.DeclaringType!.Name}.{method.Name}({string.Join(", ", method.GetParameters().Select(p => p.ParameterType.Name))}) {method.GetParameters()[parameter].Name}";

    private static void Call(MethodBase method, int missing)
    {
        Expression[] arguments = [.. method.GetParameters().Select(parameter => parameter.Position == missing || parameter.ParameterType.IsByRefLike
            ? (Expression)Expression.Default(parameter.ParameterType)
            : Expression.Constant(Value(parameter), parameter.ParameterType))];
        Tensor? self = method.IsStatic ? null : Demanding();
        Expression.Lambda<Action>(Expression.Call(self is null ? null : Expression.Constant(self), (MethodInfo)method, arguments)).Compile()();
    }

    private static Tensor Demanding()
    {
        Tensor tensor = Tensor.Ones(2, 2);
        tensor.RequiresGrad = true;
        return tensor;
    }

    private static object? Value(ParameterInfo parameter) => parameter switch
    {
        { ParameterType: Type t } when t == typeof(Tensor) => parameter.Name switch
        {
            "index" or "indices" => Tensor.Zeros(DType.Int64, 2),
            "mask" => Tensor.Zeros(DType.Bool, 2, 2),
            "value" => Tensor.Scalar(1),
            _ => Tensor.Ones(2, 2),
        },
        { ParameterType: Type t } when t == typeof(Rng) => new Rng(1),
        { ParameterType: Type t } when t == typeof(IReadOnlyList<Tensor>) => new[] { Tensor.Ones(DType.Float64, 2) },
        { ParameterType: Type t } when t == typeof(Func<Tensor, Tensor>) => (Func<Tensor, Tensor>)(x => x * 2),
        { ParameterType: Type t } when t == typeof(Func<IReadOnlyList<Tensor>, Tensor>) => (Func<IReadOnlyList<Tensor>, Tensor>)(x => x[0] * 2),
        { ParameterType: Type t } when t == typeof(Func<IReadOnlyList<Tensor>, Tensor[]>) => (Func<IReadOnlyList<Tensor>, Tensor[]>)(x => [x[0] * 2]),
        { ParameterType: Type t } when t == typeof(Func<IReadOnlyList<Tensor>, IReadOnlyList<Tensor>>) => (Func<IReadOnlyList<Tensor>, IReadOnlyList<Tensor>>)(x => [x[0] * 2]),
        { HasDefaultValue: true, DefaultValue: { } value } => parameter.ParameterType.IsEnum ? Enum.ToObject(parameter.ParameterType, value) : value,
        { ParameterType: Type t } when t == typeof(IReadOnlyList<int>) => new[] { 1 },
        { ParameterType: Type t } when t == typeof(int) => 0,
        { ParameterType: Type t } when t == typeof(double) => 0.5,
        { ParameterType: Type t } when t == typeof(string) => "a",
        { ParameterType: Type t } => t.IsValueType ? Activator.CreateInstance(t) : null,
    };
}
