namespace MspBot.Domain.Consultations;

public enum ConsultationKind
{
    Individual,
    Group,
}
