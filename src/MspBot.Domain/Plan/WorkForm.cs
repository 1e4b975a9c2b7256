namespace MspBot.Domain.Plan;

/// <summary>The forms of work of clause 3.1 of the regulation; the first eight and the last can be held as a meeting.</summary>
public enum WorkForm
{
    Briefing,
    DesignSeminar,
    Negotiation,
    Workshop,
    GroupConsultation,
    CreativeLab,
    RoundTable,
    SubjectUnion,
    Tutoring,
    SchoolMonitoring,
    SiteMonitoring,
    TutorCoordination,

    /// <summary>Methodical materials: clause 1.3 of part II.</summary>
    Materials,
    Other,
}

/// <summary>The functions of clause 3.1, in its order: the sections of a printed plan.</summary>
public enum WorkFunction
{
    Briefings,
    MethodicalSupport,
    Tutoring,
    SchoolMonitoring,
    SiteMonitoring,
    TutorCoordination,
    Other,
}

/// <summary>What is known of a form of work.</summary>
public static class WorkForms
{
    public static WorkFunction Function(this WorkForm form) => form switch
    {
        WorkForm.Briefing => WorkFunction.Briefings,
        WorkForm.Tutoring => WorkFunction.Tutoring,
        WorkForm.SchoolMonitoring => WorkFunction.SchoolMonitoring,
        WorkForm.SiteMonitoring => WorkFunction.SiteMonitoring,
        WorkForm.TutorCoordination => WorkFunction.TutorCoordination,
        WorkForm.Other => WorkFunction.Other,
        _ => WorkFunction.MethodicalSupport,
    };

    /// <summary>Whether it is carried out by meetings; the others are marked by hand.</summary>
    public static bool IsMeeting(this WorkForm form) => form is <= WorkForm.SubjectUnion or WorkForm.Other;
}
