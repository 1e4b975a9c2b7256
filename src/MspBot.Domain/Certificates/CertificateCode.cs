namespace MspBot.Domain.Certificates;

/// <summary>The unguessable code in the QR code: 128 random bits in base64url.</summary>
public static class CertificateCode
{
    public const int Bytes = 16;
    private const int Length = 22;

    /// <summary>Whether it could be one; what people type can be anything.</summary>
    public static bool CouldBe(string text) => text.Length == Length && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-');
}
