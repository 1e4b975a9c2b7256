namespace MspBot.Host.Digests;

/// <summary>The keys of cards and flows that others open: buttons sent long ago carry them, so they never change.</summary>
internal static class DigestLinks
{
    internal const string Call = "dgs";
    internal const string Digest = "dg";
    internal const string DigestWord = "digest";
    internal const string Director = "dgd";
    internal const string Unreachable = "dgu";
}
