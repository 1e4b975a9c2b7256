namespace MspBot.Host.Meetings;

/// <summary>Labels that several features put under a meeting.</summary>
internal static class MeetingTexts
{
    internal const string Certificates = "Сертификаты";
    internal const string Certificate = "Сертификат";
}
