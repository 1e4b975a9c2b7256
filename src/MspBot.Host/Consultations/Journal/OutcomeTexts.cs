using MspBot.Data.Consultations.Journal;
using MspBot.Domain.Clock;
using MspBot.Domain.Consultations;
using MspBot.Domain.Consultations.Journal;
using MspBot.Domain.People.Profile;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Consultations.Journal;

/// <summary>What a tutor reads about how consultations went.</summary>
internal static class OutcomeTexts
{
    internal const string Held = "Состоялась";
    internal const string NotHeld = "Не состоялась";
    internal const string Title = "Итог консультации";
    internal const string Back = "← К вопросу";
    internal const string Confirm = "Записать в журнал? Рекомендацию увидит педагог, заметку — только вы.";

    internal static string Reason(NotHeldReason reason) => reason switch
    {
        NotHeldReason.TeacherAbsent => "Не пришёл педагог",
        NotHeldReason.TutorUnable => "Не смог тьютор",
        NotHeldReason.Connection => "Не было связи",
        NotHeldReason.Other => "Другое",
    };

    internal static string Whom(ConsultationKind kind, string? teacher) =>
        kind == ConsultationKind.Group ? "групповая" : teacher is null ? DialogTexts.Erased : FullName.Short(teacher);

    internal static Html Question(OutcomeDetails it, SiteZone zone) => Html.Paragraphs(
        Html.Bold("Консультация состоялась?"),
        Html.Lines(
            Html.Span(it.StartsAt, it.EndsAt, zone),
            it.Kind == ConsultationKind.Group
                ? Html.Of($"Групповая, согласились: {it.Members}")
                : Html.Of($"Педагог: {it.Teacher ?? DialogTexts.Erased}"),
            Html.Of($"Тема: {it.Topic}")));

    /// <summary>Of one that is not read in full.</summary>
    internal static Html Question(OpenOutcome it, bool again, SiteZone zone) => Html.Paragraphs(
        Html.Bold(again ? "Напоминаем: у консультации нет итога" : "Консультация состоялась?"),
        Html.Lines(
            Html.At(it.StartsAt, zone),
            it.Kind == ConsultationKind.Group ? Html.Text("Групповая") : Html.Of($"Педагог: {it.Teacher ?? DialogTexts.Erased}"),
            Html.Of($"Тема: {it.Topic}")),
        again ? Html.Text("Больше не напомним: она останется в журнале, в списке «Без итога».") : default);

    internal static Html Several(IReadOnlyList<OpenOutcome> all, bool again) => Html.Paragraphs(
        Html.Bold(again ? "Напоминаем: у консультаций нет итога" : "Как прошли консультации?"),
        Html.Text($"Без итога {JournalTexts.Consultations(all.Count)}. Нажмите на каждую и скажите, состоялась ли она."),
        again ? Html.Text("Больше не напомним: они останутся в журнале, в списке «Без итога».") : default);

    internal static Html Unanswered(bool any) => Html.Paragraphs(
        Html.Bold("Без итога"),
        any ? Html.Text("Нажмите на консультацию и скажите, как она прошла.")
        : Html.Text("У всех прошедших консультаций есть итог. Спасибо!"));

    internal static string Button(OpenOutcome it, SiteZone zone) =>
        ButtonRows.Titled($"{Russian.Short(it.StartsAt, zone)} · {Whom(it.Kind, it.Teacher)} · ", it.Topic);

    internal static Html WhyNot(OutcomeDetails it, SiteZone zone) =>
        Html.Paragraphs(Html.Bold("Почему не состоялась?"), Html.Of($"{Russian.Moment(it.StartsAt, zone)}, «{it.Topic}»"));

    internal static string Refused(OutcomeRefusal because) => because switch
    {
        OutcomeRefusal.NoSuchConsultation => "Такой консультации у вас нет: возможно, её передали другому тьютору.",
        OutcomeRefusal.NeverAgreed => "Эта консультация отменена или ещё не подтверждена, итога у неё нет.",
        OutcomeRefusal.NotOverYet => "Консультация ещё не началась. Итог спросим, когда она закончится.",
        OutcomeRefusal.AlreadyRecorded => "Итог уже записан. Вот что стоит в журнале; его можно исправить.",
        OutcomeRefusal.TooLate => "Итог можно исправить в течение 30 дней. Теперь он остаётся как есть.",
    };
}
