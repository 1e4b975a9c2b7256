namespace MspBot.Host.Certificates;

/// <summary>The keys of cards and flows that others open: buttons sent long ago carry them, so they never change.</summary>
internal static class CertificateLinks
{
    internal const string Certificate = "cert";
    internal const string Documents = "my-documents";
    internal const string FindCertificate = "cert-find";
    internal const string SeminarCertificates = "certs";
    internal const string TutorStatement = "tutor-statement";
    internal const string WithdrawCertificate = "cert-withdraw";
}
