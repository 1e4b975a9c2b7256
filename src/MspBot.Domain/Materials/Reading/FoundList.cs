namespace MspBot.Domain.Materials.Reading;

/// <summary>Which materials a list has. Buttons carry the name, so it never changes.</summary>
public enum FoundList
{
    /// <summary>What words have found; the number is the search.</summary>
    Words,

    /// <summary>The number is the topic.</summary>
    Topic,

    /// <summary>The number is <see cref="SubjectNumber"/>.</summary>
    Subject,
    Newest,

    /// <summary>What the reader took, and what was handed out to them.</summary>
    Mine,
}

/// <summary>A subject as a number: buttons carry it, because some subjects are longer than a button may carry.</summary>
public static class SubjectNumber
{
    private const uint Basis = 2166136261, Prime = 16777619;

    /// <summary>The same for the same subject in every version.</summary>
    public static long Of(string subject)
    {
        var hash = Basis;
        foreach (var sign in subject)
        {
            hash = unchecked((hash ^ (byte)sign) * Prime);
            hash = unchecked((hash ^ (byte)(sign >> 8)) * Prime);
        }
        return hash;
    }
}
