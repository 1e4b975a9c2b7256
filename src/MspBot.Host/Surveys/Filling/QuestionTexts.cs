using MspBot.Data.Surveys.Filling;
using MspBot.Domain.Clock;
using MspBot.Domain.Spelling;
using MspBot.Domain.Surveys;
using MspBot.Domain.Surveys.Filling;
using MspBot.Domain.Surveys.Indicators;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Surveys.Filling;

/// <summary>One question of a survey to a school: how it is put, and what is wrong with an answer.</summary>
internal static class QuestionTexts
{
    internal const string Title = "Ответ на вопрос мониторинга";
    internal const string Unfinished = "ответ на вопрос мониторинга";
    internal const string Same = "Столько же";
    internal const string NoData = "Нет данных";
    internal const string Stays = "Оставить как есть";
    internal const string Yes = "Да";
    internal const string No = "Нет";
    internal const string SureYes = "Да, верно";
    internal const string Fix = "Исправить";
    internal const string Keep = "Оставить";
    internal const string Replace = "Заменить";
    internal const string LikeAnswer = "Похоже на ответ, а не на причину.";
    internal const string LikeNewAnswer = "Похоже на новый ответ, а не на причину.";
    internal const string IsReason = "Это причина";
    internal const string JustAnswered = "Пока вы отвечали, на этот вопрос уже ответили.";
    private const string TwoNumbers = "Нужны два числа: сколько и из скольких. Например: 41 из 63.";
    private const string ZeroIsAnswer = "Ноль — это ответ. Если данных нет, нажмите «Нет данных».";
    private const string Erased = "участник, удаливший данные";
    private const int LongestSaid = 300;
    private const int LongestRemark = 1500;

    internal static readonly Prompt Missing = new("Нет данных", "Почему нет данных?", "Другую причину можно сразу написать словами.");
    internal static readonly Prompt WhyMissing = new("Почему", "Почему нет данных?", "Напишите коротко, без имён учеников.");
    internal static readonly Prompt WhyStays =
        new("Почему", "Ответ не изменился. Почему он верный?", "Напишите коротко: это прочитает тот, кто попросил уточнить.");

    internal static Prompt Of(SchoolAnswers answers, SchoolQuestion one, SiteZone zone)
    {
        var number = $"Вопрос {one.Number} из {answers.Questions.Count}.";
        if (one.RecommendedAt is { } at)
            return new("Рекомендация",
                $"{number} Рекомендация от {Russian.DayAndMonth(zone.DayOf(at))}: «{one.Name}». Выполнена?");
        var unit = one is { Kind: IndicatorKind.Number, Unit: { } known } ? $", {known}" : "";
        return new(Ellipsis.Cut(one.Name, 80), $"{number} {one.Name}{unit}", string.Join('\n', Lines(one)));
    }

    private static IEnumerable<string> Lines(SchoolQuestion one)
    {
        if (one.Remark is { } remark) yield return $"Просят уточнить: {Ellipsis.Cut(remark, LongestRemark)}";
        if (one.Hint is { } hint) yield return Russian.AtEnd($"Где взять: {hint}");
        if (one.IsAnswered) yield return $"Сейчас: {Ellipsis.Cut(FillingTexts.Value(one), LongestSaid)}";
        if (one is { Broken: true, Before: not null }) yield return "Вопрос с прошлого раза изменился: сравнивать с ним нельзя.";
        else if (one.Before is { } before)
            yield return $"В прошлый раз: {Ellipsis.Cut(ValueTexts.Of(one.Kind, before, one.Unit), LongestSaid)}";
        yield return Wanted(one);
    }

    private static string Wanted(SchoolQuestion one) => one.Kind switch
    {
        IndicatorKind.Share => "Напишите два числа, например: 41 из 63.",
        IndicatorKind.Score => "Напишите балл от 1 до 5, например: 3,5.",
        IndicatorKind.YesNo => "Ответьте кнопкой или словом.",
        IndicatorKind.Words => "Напишите словами, без имён учеников.",
        _ => $"Напишите число{Bounds(one)}.",
    };

    private static string Bounds(SchoolQuestion one) => (one.Minimum, one.Maximum) switch
    {
        ({ } least, { } most) => $" от {ValueTexts.Number(least)} до {ValueTexts.Number(most)}",
        ({ } least, null) => $" не меньше {ValueTexts.Number(least)}",
        (null, { } most) => $" не больше {ValueTexts.Number(most)}",
        _ => "",
    };

    internal static string Refused(ShareRefusal because) => because switch
    {
        ShareRefusal.Percent => $"Это процент. {TwoNumbers}",
        ShareRefusal.Fraction => $"Числа здесь целые. {TwoNumbers}",
        ShareRefusal.Negative => $"Меньше нуля здесь не бывает. {ZeroIsAnswer}",
        ShareRefusal.NoWhole => $"Из нуля доли не бывает. {TwoNumbers} Если считать не из кого, нажмите «Нет данных».",
        ShareRefusal.TooLarge => $"Слишком большое число. {TwoNumbers}",
        _ => TwoNumbers,
    };

    internal static string Refused(ValueFault fault, SchoolQuestion one) => fault switch
    {
        ValueFault.NoNumber => $"Нужно число, например: 3 или 3,5. {ZeroIsAnswer}",
        ValueFault.Fraction => "Дробь пишите через запятую или точку: 3,5.",
        ValueFault.Negative => $"Меньше нуля здесь не бывает. {ZeroIsAnswer}",
        ValueFault.TooFine => "После запятой хватит двух знаков: 3,25.",
        ValueFault.TooLarge => "Слишком большое число. Проверьте, пожалуйста.",
        ValueFault.BelowMinimum or ValueFault.AboveMaximum when one.Kind == IndicatorKind.Score => "Балл здесь — от 1 до 5, например: 3,5.",
        ValueFault.BelowMinimum or ValueFault.AboveMaximum => $"Здесь нужно число{Bounds(one)}. Проверьте, пожалуйста.",
        ValueFault.NoData => ZeroIsAnswer,
        ValueFault.NeitherYesNorNo => "Ответьте «да» или «нет». Если данных нет, нажмите «Нет данных».",
        ValueFault.NoWords => "Напишите ответ словами. Если сказать нечего, нажмите «Нет данных».",
    };

    internal static string Reversed(Share typed) =>
        $"Часть не может быть больше целого: {typed.Part} из {typed.Whole}. Наоборот — {typed.Whole} из {typed.Part}?";

    internal static string YesReversed(Share typed) => $"Да, {typed.Whole} из {typed.Part}";

    /// <summary>«Было 65 %, стало 5 %. Всё верно?»</summary>
    internal static Prompt Sure(SchoolQuestion one, SurveyValue now) => new("Всё верно",
        $"Было {Short(one, one.Before!)}, стало {Short(one, now)}. Всё верно?", "Можно сразу написать, почему так изменилось.");

    private static string Short(SchoolQuestion one, SurveyValue value) => value is { Part: { } part, Whole: { } whole }
        ? ValueTexts.Percent(part, whole) : ValueTexts.Of(one.Kind, value);

    internal static string TakeAnswer(SchoolQuestion one, SurveyValue value) => $"Записать ответ: {Plain(one, value)}";

    internal static string FixTo(SchoolQuestion one, SurveyValue value) => $"Исправить на {Plain(one, value)}";

    /// <summary>«Ответ уже дан: 41 из 63 (Петрова)»</summary>
    internal static Prompt Given(SchoolQuestion one) =>
        new("Ответ уже дан", $"Ответ уже дан: {Ellipsis.Cut(Plain(one), LongestSaid)} ({Who(one)})");

    private static string Plain(SchoolQuestion one) => one.Value is { Whole: not null } value ? Plain(one, value) : FillingTexts.Value(one);

    private static string Plain(SchoolQuestion one, SurveyValue value) => value is { Part: { } part, Whole: { } whole }
        ? $"{ValueTexts.Number(part)} из {ValueTexts.Number(whole)}" : ValueTexts.Of(one.Kind, value, one.Unit);

    private static string Who(SchoolQuestion one) => one.BySite ? "внесено площадкой" : one.ByName?.Split(' ')[0] ?? Erased;

    internal static string Reason(MissingReason reason) => ValueTexts.Reason(reason);

    internal static string Choice(RecommendationOutcome outcome) => Russian.AtStart(FillingTexts.Outcome(outcome));

    /// <summary>What stays of a question that was answered by typing.</summary>
    internal static Html Kept(SchoolQuestion one) => Html.Text($"{one.Number}. {one.Name}: {FillingTexts.Value(one)}");

    /// <summary>What was said is said back: nothing of it is stored.</summary>
    internal static Html NotSaved(SurveyRefusal because, string? said) => Html.Paragraphs(
        Html.Text(because == SurveyRefusal.NotOpen ? "Опрос закрыли, ответы больше не меняются." : SurveyRefusalTexts.Of(because)),
        said is null ? Html.Empty : Html.Text($"Ваш ответ не записан: «{Ellipsis.Cut(said, SurveyBounds.Words)}»."),
        because == SurveyRefusal.NotOpen
            ? Html.Text("Чтобы его внести, попросите руководителя площадки открыть опрос снова.") : Html.Empty);

    internal static Screen Refusal(SurveyRefusal because, string? said) => new Screen(NotSaved(because, said))
        .Row(Button.Command(MonitoringTexts.Monitoring, SurveyLinks.Monitoring), EngineTexts.ToMenu);
}
