using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Meetings;

/// <summary>The ways to certificates from what comes before them: the card itself is in Certificates.</summary>
internal static class CertificateLinks
{
    internal const string Mine = "crt";

    /// <summary>The action that gets the certificate of a seminar that the person attended.</summary>
    internal const string Attended = "a";

    internal static Button ToMine => Button.Card(MeetingTexts.Certificates, Mine, 0);

    internal static Button OfSeminar(long seminar) => Button.Card(MeetingTexts.Certificate, Mine, seminar, Attended);
}
