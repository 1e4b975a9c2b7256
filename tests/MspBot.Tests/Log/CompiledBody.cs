using System.Reflection;
using System.Reflection.Emit;

namespace MspBot.Tests.Log;

/// <summary>What a type does, as it was compiled: all its methods, lambdas and awaits, wherever its words are declared.</summary>
internal static class CompiledBody
{
    private const BindingFlags Own =
        BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => code.Value);

    /// <summary>The words that something is compared with.</summary>
    internal static IReadOnlySet<string> ComparedWords(Type type)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        string? loaded = null;
        foreach (var (code, operand) in Instructions(type))
        {
            if (loaded is not null && operand is MethodInfo { Name: "op_Equality" or "op_Inequality" or "Equals" } called
                && called.DeclaringType == typeof(string)) words.Add(loaded);
            loaded = operand as string;
        }
        return words;
    }

    /// <summary>The types with which it calls a generic method of this name.</summary>
    internal static IReadOnlySet<Type> CalledWith(Type type, string method) => Instructions(type)
        .Select(one => one.Operand as MethodInfo).Where(called => called is { IsGenericMethod: true } && called.Name == method)
        .SelectMany(called => called!.GetGenericArguments()).ToHashSet();

    private static IEnumerable<(OpCode Code, object? Operand)> Instructions(Type type) =>
        type.GetMethods(Own).Cast<MethodBase>().Concat(type.GetConstructors(Own)).SelectMany(Instructions)
            .Concat(type.GetNestedTypes(Own).SelectMany(Instructions));

    private static IEnumerable<(OpCode Code, object? Operand)> Instructions(MethodBase method)
    {
        if (method.GetMethodBody()?.GetILAsByteArray() is not { } bytes) yield break;
        for (var at = 0; at < bytes.Length;)
        {
            var code = bytes[at] == 0xFE ? Codes[(short)((0xFE << 8) | bytes[at + 1])] : Codes[bytes[at]];
            at += code.Size;
            yield return (code, Operand(method, code, bytes, at));
            at += Size(code, bytes, at);
        }
    }

    private static object? Operand(MethodBase method, OpCode code, byte[] bytes, int at) => code.OperandType switch
    {
        OperandType.InlineString => method.Module.ResolveString(BitConverter.ToInt32(bytes, at)),
        OperandType.InlineMethod => method.Module.ResolveMethod(BitConverter.ToInt32(bytes, at),
            method.DeclaringType!.IsGenericType ? method.DeclaringType.GetGenericArguments() : null,
            method.IsGenericMethod ? method.GetGenericArguments() : null),
        _ => null,
    };

    private static int Size(OpCode code, byte[] bytes, int at) => code.OperandType switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + 4 * BitConverter.ToInt32(bytes, at),
        _ => 4,
    };
}
