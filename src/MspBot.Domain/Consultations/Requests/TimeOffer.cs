using MspBot.Domain.People;

namespace MspBot.Domain.Consultations.Requests;

/// <summary>«Другое время»: the tutor offers times of their own to a request that is open.</summary>
public static class TimeOffer
{
    public static ConsultationRefusal? Check(
        Consultation it, PersonId by, IReadOnlyList<DateTimeOffset> starts, TimeSpan length, DateTimeOffset now) =>
        CheckAtAll(it, by) ?? AskedTimes.Check(starts, length, TimeSpan.Zero, now);

    /// <summary>Whether anything can be offered.</summary>
    public static ConsultationRefusal? CheckAtAll(Consultation it, PersonId by)
    {
        if (it.Tutor != by) return ConsultationRefusal.NotYours;
        return it.Over ?? (it.State == ConsultationState.Confirmed ? ConsultationRefusal.AlreadyConfirmed : null);
    }
}
