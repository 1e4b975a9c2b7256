namespace MspBot.Domain.Consultations.Journal;

/// <summary>What a tutor did.</summary>
public enum JournalForm
{
    Individual,
    Group,
    Visit,
    Pupils,
    Other,
}
