using System.Globalization;

namespace MspBot.Domain.People.Rosters;

/// <summary>The start argument by which a school brings its teachers in: it names the school, or has the code of a personal link.</summary>
public sealed record SchoolStart(SchoolId? School, string? Code)
{
    public const string Prefix = "p_";
    private const char OfSchool = 's';

    /// <summary>128 bits, six to a letter.</summary>
    private const int CodeLength = 22;

    /// <summary>Null: it is neither. What is typed behind the prefix can be anything; a school's number is shorter than a code.</summary>
    public static SchoolStart? Read(string argument)
    {
        if (!argument.StartsWith(Prefix, StringComparison.Ordinal)) return null;
        var rest = argument[Prefix.Length..];
        if (rest.Length == CodeLength) return new(null, rest);
        return rest.StartsWith(OfSchool) && long.TryParse(rest.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? new(new SchoolId(id), null) : null;
    }

    /// <summary>«p_s12», or «p_» and the code.</summary>
    public override string ToString() =>
        School is { } school ? string.Create(CultureInfo.InvariantCulture, $"{Prefix}{OfSchool}{school.Value}") : $"{Prefix}{Code}";
}
