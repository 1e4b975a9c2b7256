namespace MspBot.Host.Certificates;

/// <summary>Everything that stands on one certificate, in words; how it looks is <see cref="CertificatePdf"/>'s.</summary>
internal sealed record CertificatePage
{
    public required string Site { get; init; }

    public required string HostSchool { get; init; }

    /// <summary>«СЕРТИФИКАТ»</summary>
    public required string Heading { get; init; }

    /// <summary>«участника»</summary>
    public required string Of { get; init; }

    public required string Number { get; init; }

    /// <summary>Before the name: «подтверждает, что».</summary>
    public required string Above { get; init; }

    public required string Name { get; init; }

    /// <summary>After it: «приняла участие в работе круглого стола».</summary>
    public required string Below { get; init; }

    /// <summary>The words that matter most after the name: the title.</summary>
    public required string Title { get; init; }

    /// <summary>When, and how long.</summary>
    public required string Facts { get; init; }

    /// <summary>The order that opened the site.</summary>
    public required string Order { get; init; }

    /// <summary>Null: the site has no head now.</summary>
    public required string? Head { get; init; }

    public required string Issued { get; init; }

    /// <summary>What the QR code opens.</summary>
    public required string Link { get; init; }

    /// <summary>How to check it, in words.</summary>
    public required string HowToCheck { get; init; }
}
