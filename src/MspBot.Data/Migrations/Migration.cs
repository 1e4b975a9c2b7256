namespace MspBot.Data.Migrations;

/// <summary>One forward step of the schema: <c>0001_people.sql</c> and its text.</summary>
public sealed record Migration(string Name, string Sql)
{
    const string Prefix = "MspBot.Data.Migrations.";

    /// <summary>Those that are compiled in, in the order of their names.</summary>
    public static IReadOnlyList<Migration> Embedded { get; } =
    [
        .. typeof(Migration).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal) && name.EndsWith(".sql", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => new Migration(name[Prefix.Length..], Read(name))),
    ];

    /// <summary>
    /// A script that was applied and comes after all of <paramref name="known"/>; null: the schema is not newer than they are.
    /// </summary>
    internal static string? Newer(IReadOnlyList<string> applied, IReadOnlyList<Migration> known)
    {
        var newest = known.Select(m => m.Name).Max(StringComparer.Ordinal);
        return applied.Where(name => StringComparer.Ordinal.Compare(name, newest) > 0).Max(StringComparer.Ordinal);
    }

    static string Read(string resource)
    {
        using var text = new StreamReader(typeof(Migration).Assembly.GetManifestResourceStream(resource)!);
        return text.ReadToEnd();
    }
}
