namespace MspBot.Sandbox.Past;

/// <summary>How much has happened, and in how many weeks.</summary>
internal sealed record PastSize(int Schools, int Teachers, int Tutors, int Weeks, int Seminars, int SignUps, int Consultations)
{
    /// <summary>Three years of a district.</summary>
    internal static readonly PastSize District = new(60, 3_000, 40, 156, 1_500, 60_000, 30_000);

    /// <summary>As busy, for so many times as long.</summary>
    internal PastSize Longer(int times) =>
        this with { Weeks = Weeks * times, Seminars = Seminars * times, SignUps = SignUps * times, Consultations = Consultations * times };
}
