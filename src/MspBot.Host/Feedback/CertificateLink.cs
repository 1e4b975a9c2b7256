namespace MspBot.Host.Feedback;
internal static class CertificateLink { internal const string Start = "c_"; }
