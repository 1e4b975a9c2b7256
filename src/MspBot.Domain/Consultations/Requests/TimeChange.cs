using MspBot.Domain.People;

namespace MspBot.Domain.Consultations.Requests;

/// <summary>Another time for a confirmed consultation: one side asks, the other agrees; until then the old one stands.</summary>
public static class TimeChange
{
    /// <summary>Whether this side may ask for another time at all.</summary>
    public static ConsultationRefusal? Check(Consultation it, PersonId by, DateTimeOffset now)
    {
        if (it.Teacher != by && it.Tutor != by) return ConsultationRefusal.NotYours;
        if (it.Over is { } over) return over;
        if (it.State != ConsultationState.Confirmed) return ConsultationRefusal.NotConfirmedYet;
        if (it.HasBegun(now)) return ConsultationRefusal.AlreadyBegun;
        return it.Teacher == by && it.IsTooLateForTeacher(now) ? ConsultationRefusal.TooLate : null;
    }

    public static ConsultationRefusal? Check(
        Consultation it, PersonId by, IReadOnlyList<DateTimeOffset> starts, TimeSpan length, DateTimeOffset now) =>
        Check(it, by, now)
        ?? AskedTimes.Check(starts, length, it.Teacher == by ? it.Notice : TimeSpan.Zero, now)
        ?? (starts.Any(s => s == it.StartsAt) ? ConsultationRefusal.SameTime : null);

    /// <summary>«Оставить как было»: said by the side that was asked, or by the one that asked.</summary>
    public static ConsultationRefusal? CheckKeepTime(Consultation it, PersonId by)
    {
        if (it.Teacher != by && it.Tutor != by) return ConsultationRefusal.NotYours;
        if (it.Over is { } over) return over;
        if (it.State != ConsultationState.Confirmed) return ConsultationRefusal.NotConfirmedYet;
        return it.IsMoving ? null : ConsultationRefusal.TimeGone;
    }
}
