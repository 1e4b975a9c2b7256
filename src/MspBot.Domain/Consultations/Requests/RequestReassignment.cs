using MspBot.Domain.People;

namespace MspBot.Domain.Consultations.Requests;

/// <summary>An open or declined request goes to another tutor: the teacher asks another one, or the head assigns one.</summary>
public static class RequestReassignment
{
    public static ConsultationRefusal? ByTeacher(Consultation it, PersonId by) =>
        it.Teacher != by ? ConsultationRefusal.NotYours : Check(it);

    public static ConsultationRefusal? ByHead(Consultation it, PersonId to)
    {
        if (Check(it) is { } refusal) return refusal;
        return to == it.Tutor || to == it.Teacher ? ConsultationRefusal.AlreadyWithTutor : null;
    }

    private static ConsultationRefusal? Check(Consultation it)
    {
        if (it.State == ConsultationState.Declined) return null;
        return it.Over ?? (it.State == ConsultationState.Confirmed ? ConsultationRefusal.AlreadyConfirmed : null);
    }
}
