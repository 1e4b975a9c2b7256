using MspBot.Domain.Plan;

namespace MspBot.Host.Plan;

/// <summary>What forms of work, and the functions to which they belong, are called.</summary>
internal static class FormTexts
{
    internal static string Form(WorkForm form) => form switch
    {
        WorkForm.Briefing => "Инструктивно-методическое совещание",
        WorkForm.DesignSeminar => "Проектировочный семинар",
        WorkForm.Negotiation => "Переговорная площадка",
        WorkForm.Workshop => "Лабораторный практикум",
        WorkForm.GroupConsultation => "Групповая консультация",
        WorkForm.CreativeLab => "Творческая лаборатория",
        WorkForm.RoundTable => "Круглый стол",
        WorkForm.SubjectUnion => "Методическое объединение",
        WorkForm.Tutoring => "Тьюторское сопровождение",
        WorkForm.SchoolMonitoring => "Мониторинг школ",
        WorkForm.SiteMonitoring => "Мониторинг площадки",
        WorkForm.TutorCoordination => "Координация тьюторов",
        WorkForm.Materials => "Методическая разработка",
        WorkForm.Other => "Другое мероприятие",
    };

    /// <summary>As it is called, on a button of a phone's width.</summary>
    internal static string Label(WorkForm form) => form == WorkForm.Briefing ? "Методическое совещание" : Form(form);

    /// <summary>The heading of a section of the printed plan: clause 3.1.</summary>
    internal static string Function(WorkFunction function) => function switch
    {
        WorkFunction.Briefings => "Инструктивно-методические совещания",
        WorkFunction.MethodicalSupport => "Методическая поддержка школ",
        WorkFunction.Tutoring => "Тьюторское сопровождение педагогов и обучающихся",
        WorkFunction.SchoolMonitoring => "Мониторинг деятельности школ",
        WorkFunction.SiteMonitoring => "Мониторинг эффективности площадки",
        WorkFunction.TutorCoordination => "Координация деятельности тьюторов",
        WorkFunction.Other => "Другие мероприятия",
    };
}
