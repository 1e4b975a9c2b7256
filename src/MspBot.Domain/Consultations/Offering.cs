using MspBot.Domain.People;

namespace MspBot.Domain.Consultations;

/// <summary>«Другое время»: the tutor offers times of their own to a request that is open.</summary>
public static class Offering
{
    public static ConsultationRefusal? Check(Consultation it, PersonId by, IReadOnlyList<DateTimeOffset> starts, TimeSpan length, DateTimeOffset now)
    {
        if (it.Tutor != by) return ConsultationRefusal.NotYours;
        if (it.Over is { } over) return over;
        if (it.State == ConsultationState.Confirmed) return ConsultationRefusal.AlreadyConfirmed;
        return AskedTimes.Check(starts, length, TimeSpan.Zero, now);
    }
}
