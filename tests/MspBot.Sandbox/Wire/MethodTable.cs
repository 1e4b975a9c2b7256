using System.Collections.Frozen;
using System.Text.Json;

namespace MspBot.Sandbox;

/// <summary>What methods.json knows: names of all methods, parameters of those described.</summary>
internal static class MethodTable
{
    private static readonly (FrozenDictionary<string, string> Names, FrozenDictionary<string, FrozenSet<string>> Parameters) Facts = Load();

    /// <summary>The name as the documentation spells it, or null for a method that does not exist.</summary>
    public static string? Spelled(string method) => Facts.Names.GetValueOrDefault(method);

    /// <summary>Null when methods.json does not describe the method.</summary>
    public static FrozenSet<string>? ParametersOf(string method) => Facts.Parameters.GetValueOrDefault(method);

    private static (FrozenDictionary<string, string> Names, FrozenDictionary<string, FrozenSet<string>> Parameters) Load()
    {
        using var stream = typeof(MethodTable).Assembly.GetManifestResourceStream("methods.json")!;
        using var document = JsonDocument.Parse(stream);
        var root = document.RootElement;
        var names = root.GetProperty("_about").GetProperty("all_method_names").EnumerateArray().Select(x => x.GetString()!);
        var methods = root.GetProperty("methods").EnumerateObject().ToDictionary(
            m => m.Name,
            m => m.Value.GetProperty("params").EnumerateArray().Select(p => p.GetProperty("name").GetString()!).ToFrozenSet());
        return (names.Concat(methods.Keys).Distinct().ToFrozenDictionary(x => x, StringComparer.OrdinalIgnoreCase),
            methods.ToFrozenDictionary());
    }
}
