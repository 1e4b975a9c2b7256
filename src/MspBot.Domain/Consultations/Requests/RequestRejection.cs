using MspBot.Domain.People;

namespace MspBot.Domain.Consultations.Requests;

/// <summary>«Отклонить»: the tutor says no to a request.</summary>
public static class RequestRejection
{
    public static ConsultationRefusal? Check(Consultation it, PersonId by)
    {
        if (it.Tutor != by) return ConsultationRefusal.NotYours;
        if (it.Over is { } over) return over;
        return it.State == ConsultationState.Confirmed ? ConsultationRefusal.AlreadyConfirmed : null;
    }
}
