namespace MspBot.Host.Nominations;

/// <summary>The keys of cards and flows that others open: buttons sent long ago carry them, so they never change.</summary>
internal static class NominationLinks
{
    internal const string Answer = "na";
    internal const string Meeting = "nm";
    internal const string Nominee = "nn";
    internal const string Nominate = "nominate";
    internal const string Replace = "replace-nominee";
}
