using MspBot.Domain.Seminars;

namespace MspBot.Domain.Certificates;

/// <summary>Who gets a certificate, and when. Null: they do.</summary>
public static class CertificateRules
{
    /// <param name="seminar">What it is asked for.</param>
    /// <param name="came">Null: attendance has not been marked.</param>
    /// <param name="feedbackGiven">They have filed it, or declined to.</param>
    /// <param name="now">The turn's moment.</param>
    public static CertificateRefusal? Attended(Seminar seminar, bool? came, bool feedbackGiven, DateTimeOffset now)
    {
        if (Held(seminar, now) is { } refusal) return refusal;
        if (came is null) return CertificateRefusal.NotMarked;
        if (came == false) return CertificateRefusal.DidNotCome;
        if (!feedbackGiven) return CertificateRefusal.FeedbackFirst;
        return null;
    }

    public static CertificateRefusal? Led(Seminar seminar, bool isLeader, int came, DateTimeOffset now)
    {
        // Another person's draft stays private.
        if (!isLeader) return CertificateRefusal.NotLeader;
        if (Held(seminar, now) is { } refusal) return refusal;
        if (came == 0) return CertificateRefusal.NobodyCame;
        return null;
    }

    /// <summary>A period without any work is no achievement to certify.</summary>
    public static CertificateRefusal? Tutored(bool isTutor, TutorWork work)
    {
        if (!isTutor) return CertificateRefusal.NotTutor;
        if (work.Consultations == 0 && work.Meetings == 0) return CertificateRefusal.NothingInPeriod;
        return null;
    }

    private static CertificateRefusal? Held(Seminar seminar, DateTimeOffset now) => seminar.State switch
    {
        SeminarState.Draft => CertificateRefusal.NoSuchSeminar,
        SeminarState.Cancelled => CertificateRefusal.SeminarCancelled,
        SeminarState.Published => seminar.IsOver(now) ? null : CertificateRefusal.NotOver,
    };
}

/// <summary>
/// What a tutor did in a period: consultations that took place, meetings led to which somebody came, and how long all of it took.
/// </summary>
public sealed record TutorWork(int Consultations, int Meetings, int Minutes);
