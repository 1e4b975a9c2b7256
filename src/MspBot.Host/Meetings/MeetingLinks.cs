using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Meetings;

/// <summary>The ways from a meeting to what comes after it.</summary>
internal static class MeetingLinks
{
    internal const string Certificates = "crt";

    /// <summary>The action that gets the certificate of a seminar that the person attended.</summary>
    internal const string Attended = "a";

    internal static Button ToCertificates => Button.Card(MeetingTexts.Certificates, Certificates, 0);

    internal static Button ToCertificate(long seminar) => Button.Card(MeetingTexts.Certificate, Certificates, seminar, Attended);
}
