namespace MspBot.Domain.Consultations;

/// <summary>What a tutor did.</summary>
public enum JournalForm
{
    Individual,
    Group,
    Visit,
    Pupils,
    Other,
}
