using System.Globalization;

namespace MspBot.Domain.People.Rosters;

/// <summary>
/// The start argument by which a school brings its teachers in: it names the school, or has the code of a personal link.
/// <paramref name="Then"/>: what opens behind the school's own link, another start argument; empty: nothing.
/// </summary>
public sealed record SchoolStart(SchoolId? School, string? Code, string Then = "")
{
    public const string Prefix = "p_";
    private const char OfSchool = 's';
    private const char Behind = '-';

    /// <summary>128 bits, six to a letter.</summary>
    private const int CodeLength = 22;

    /// <summary>Null: it is neither. What is typed behind the prefix can be anything; a school's number is shorter than a code.</summary>
    public static SchoolStart? Read(string argument)
    {
        if (!argument.StartsWith(Prefix, StringComparison.Ordinal)) return null;
        var rest = argument[Prefix.Length..];
        if (rest.Length == CodeLength) return new(null, rest);
        var parts = rest.Split(Behind, 2);
        return rest.StartsWith(OfSchool) && long.TryParse(parts[0].AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? new(new SchoolId(id), null, parts is [_, var then] ? then : "") : null;
    }

    /// <summary>«p_s12», «p_s12-e_34», or «p_» and the code.</summary>
    public override string ToString() => School is { } school
        ? string.Create(CultureInfo.InvariantCulture, $"{Prefix}{OfSchool}{school.Value}{(Then.Length > 0 ? $"{Behind}{Then}" : "")}")
        : $"{Prefix}{Code}";
}
