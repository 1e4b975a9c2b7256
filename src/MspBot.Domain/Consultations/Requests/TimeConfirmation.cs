using MspBot.Domain.People;

namespace MspBot.Domain.Consultations.Requests;

/// <summary>
/// One side says yes to a time of the other: the tutor to what the teacher asked for, the teacher to what the tutor offered.
/// </summary>
public static class TimeConfirmation
{
    public static ConsultationRefusal? ByTutor(Consultation it, PersonId by, long time, DateTimeOffset now)
    {
        if (it.Tutor != by) return ConsultationRefusal.NotYours;
        if (it.State == ConsultationState.Offered) return ConsultationRefusal.TeacherChooses;
        return Check(it, time, now, TimeKind.Asked, TimeKind.Proposed);
    }

    public static ConsultationRefusal? ByTeacher(Consultation it, PersonId by, long time, DateTimeOffset now)
    {
        if (it.Teacher != by) return ConsultationRefusal.NotYours;
        return Check(it, time, now, TimeKind.Offered);
    }

    /// <summary>«Ни одно не подходит»: the tutor is asked again.</summary>
    public static ConsultationRefusal? CheckRejectAll(Consultation it, PersonId by)
    {
        if (it.Teacher != by) return ConsultationRefusal.NotYours;
        if (it.Over is { } over) return over;
        return it.State switch
        {
            ConsultationState.Offered => null,
            ConsultationState.Confirmed => ConsultationRefusal.AlreadyConfirmed,
            _ => ConsultationRefusal.TimeGone,
        };
    }

    private static ConsultationRefusal? Check(Consultation it, long time, DateTimeOffset now, params ReadOnlySpan<TimeKind> kinds)
    {
        if (it.Over is { } over) return over;
        if (it.Find(time) is not { } found || !kinds.Contains(found.Kind))
            return it.State == ConsultationState.Confirmed ? ConsultationRefusal.AlreadyConfirmed : ConsultationRefusal.TimeGone;
        if (it.State == ConsultationState.Confirmed && it.HasBegun(now)) return ConsultationRefusal.AlreadyBegun;
        return found.StartsAt <= now ? ConsultationRefusal.TimeIsPast : null;
    }
}
