using MspBot.Domain.People;

namespace MspBot.Domain.Consultations.Requests;

/// <summary>A teacher takes a request back, or either side cancels what was agreed.</summary>
public static class ConsultationCancellation
{
    public static ConsultationRefusal? Check(Consultation it, PersonId by, DateTimeOffset now)
    {
        if (it.Teacher != by && it.Tutor != by) return ConsultationRefusal.NotYours;
        if (it.Over is { } over) return over;
        // A tutor declines what is not agreed yet.
        if (it.State != ConsultationState.Confirmed) return it.Teacher == by ? null : ConsultationRefusal.NotConfirmedYet;
        if (it.HasBegun(now)) return ConsultationRefusal.AlreadyBegun;
        return it.Teacher == by && it.IsTooLateForTeacher(now) ? ConsultationRefusal.TooLate : null;
    }
}
