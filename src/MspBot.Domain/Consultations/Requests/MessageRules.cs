using MspBot.Domain.People;

namespace MspBot.Domain.Consultations.Requests;

/// <summary>Teacher and tutor write to each other about a consultation: from the request to the end of the meeting.</summary>
public static class MessageRules
{
    /// <param name="it">The consultation.</param>
    /// <param name="by">Who writes.</param>
    /// <param name="endsAt">Of a confirmed one.</param>
    /// <param name="now">The turn's moment.</param>
    public static ConsultationRefusal? Check(Consultation it, PersonId by, DateTimeOffset? endsAt, DateTimeOffset now)
    {
        if (it.Teacher != by && it.Tutor != by) return ConsultationRefusal.NotYours;
        if (it.Over is { } over) return over;
        if (it.Tutor is null) return ConsultationRefusal.NoTutor;
        return endsAt <= now ? ConsultationRefusal.AlreadyOver : null;
    }
}
