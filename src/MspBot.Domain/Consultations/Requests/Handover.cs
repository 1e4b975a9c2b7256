using MspBot.Domain.People;

namespace MspBot.Domain.Consultations.Requests;

/// <summary>«Передать коллеге»: until the colleague accepts, the request stays with whom it is.</summary>
public static class Handover
{
    public static ConsultationRefusal? Check(Consultation it, PersonId by, PersonId to)
    {
        if (CheckAtAll(it, by) is { } refusal) return refusal;
        return to == by || to == it.Teacher ? ConsultationRefusal.AlreadyWithTutor : null;
    }

    /// <summary>Whether it can be handed to anybody.</summary>
    public static ConsultationRefusal? CheckAtAll(Consultation it, PersonId by)
    {
        if (it.Tutor != by) return ConsultationRefusal.NotYours;
        if (it.Over is { } over) return over;
        return it.State switch
        {
            ConsultationState.Confirmed => ConsultationRefusal.AlreadyConfirmed,
            // Times of this tutor are offered: they cannot be kept by another.
            ConsultationState.Offered => ConsultationRefusal.TeacherChooses,
            _ => null,
        };
    }

    /// <summary>Whether the colleague can still say yes or no.</summary>
    public static ConsultationRefusal? CheckAnswer(Consultation it, PersonId by)
    {
        if (it.Tutor == by && it.Colleague != by) return ConsultationRefusal.AlreadyWithTutor;
        return it.Colleague != by || !it.IsOpen ? ConsultationRefusal.HandoverGone : null;
    }
}
