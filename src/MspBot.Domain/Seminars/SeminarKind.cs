namespace MspBot.Domain.Seminars;

/// <summary>The forms of work of clause 3.1 of the regulation, in its order.</summary>
public enum SeminarKind
{
    Briefing,
    DesignSeminar,
    Negotiation,
    Workshop,
    GroupConsultation,
    CreativeLab,
    RoundTable,
    SubjectUnion,
    Other,
}
