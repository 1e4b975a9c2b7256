namespace MspBot.Domain.Certificates;

/// <summary>One certificate or statement that was issued.</summary>
public readonly record struct CertificateId(long Value) : IId<CertificateId>
{
    public static CertificateId From(long value) => new(value);
}
