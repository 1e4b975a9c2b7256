namespace MspBot.Domain.Certificates;

/// <summary>How the past tense agrees with a name, as far as the patronymic says it: «принял», «приняла», «принял(а)».</summary>
public enum Gender
{
    Unknown,
    He,
    She,
}

/// <summary>Reads it from a full name. Rather unknown than wrong: it is printed.</summary>
public static class GenderOf
{
    /// <summary>Men's names that end as women's do.</summary>
    private static readonly HashSet<string> Men = ["гаврила", "данила", "илья", "кузьма", "лука", "микола", "никита", "савва", "фома"];

    public static Gender Name(string fullName)
    {
        var words = fullName.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Skip(1).Any(w => Ends(w, "овна", "евна", "ёвна", "ична", "инична", "кызы"))) return Gender.She;
        // «Вукович» is a surname as well: it must stand last, behind a name that is no woman's.
        return words is [_, var given, var patronymic] && Ends(patronymic, "ович", "евич", "ёвич", "ьич", "кич", "мич")
            && (!Ends(given, "а", "я") || Men.Contains(given))
            ? Gender.He
            : Gender.Unknown;
    }

    private static bool Ends(string word, params ReadOnlySpan<string> endings)
    {
        foreach (var ending in endings)
        {
            if (word.EndsWith(ending, StringComparison.Ordinal)) return true;
        }
        return false;
    }
}
