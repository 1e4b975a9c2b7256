using MspBot.Data.Plan;
using MspBot.Domain.Clock;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Plan.Agreement;

/// <summary>What is said while a plan is sent, agreed and returned.</summary>
internal static class AgreementTexts
{
    internal const string Returning = "Вернуть пункт";
    internal const string DoNotReturn = "Не возвращать";
    internal const string NotNow = "Не сейчас";
    internal const string AlreadyTold = "Руководитель площадки уже всё знает.";
    internal const string NothingWaits = "Сейчас ничего не ждёт вашего решения.";
    internal const string InviteMethodologist = "Пригласить методиста";
    private const int TitleInNews = 90;
    private const int RemarkInNews = 300;
    private const int ChangeInList = 300;

    internal static string Agreed(ItemDetails item) => $"{ItemTexts.Name(item)}: согласовано";

    internal static string Returned(ItemDetails item) => $"{ItemTexts.Name(item)} возвращён.";

    internal static string StillThere(ItemDetails item) =>
        $"Хорошо, пункт {Russian.Number(item.Number)} по-прежнему ждёт вашего решения.";

    internal static Html YourRemark(string remark) => Html.Of($"Ваше замечание не отправлено: «{remark}»");

    internal static string ChangeItem(int number) => $"{ItemTexts.Change} {Russian.Number(number)}";

    /// <summary>Nothing more waits.</summary>
    internal static Html End(PlanReview review, string tellsAt) => Html.Paragraphs(
        ReviewTexts.Progress(review),
        Html.Text(review.Reviewed == 0 ? NothingWaits : $"{Russian.AtStart(ReviewTexts.Decided(review.Agreed, review.Returned))}."),
        review.Own == 0 ? default : Html.Text($"Ваши собственные пункты ({Russian.Number(review.Own)}) согласует другой методист."),
        review.Untold == 0 ? default : Html.Text(
            $"Нажмите «{ReviewTexts.Finish}», и руководитель площадки узнает всё одним сообщением. Если не нажать, сообщу сам в " +
            $"{tellsAt}."));

    internal static Html AskRest(PlanReview review, bool all, bool changed) => Html.Paragraphs(
        changed ? Html.Text("Пока вы смотрели, план изменился. Вот сколько пунктов ждут теперь.") : default,
        all ? Html.Of($"Согласовать весь план: {PlanTexts.Count(review.Waiting)}? Руководитель площадки узнает сразу.")
            : Html.Of($"Согласовать всё, что ещё ждёт решения: {PlanTexts.Count(review.Waiting)}? Возвращённые останутся возвращёнными."),
        review.Own == 0 ? default : Html.Text($"Ваши собственные пункты ({Russian.Number(review.Own)}) сюда не входят."));

    internal static Html Finished(int agreed, int returned, DateTimeOffset? heardAt, SiteZone zone) => Html.Text(
        $"Рассмотрение закончено: {ReviewTexts.Decided(agreed, returned)}. Руководитель площадки узнает {When(heardAt, zone)}.");

    internal static Html Sent(int items, bool anybodyHears, DateTimeOffset? heardAt, SiteZone zone) => Html.Text(
        $"Отправлено: {PlanTexts.Count(items)}. " + (anybodyHears ? $"Методист узнает {When(heardAt, zone)}."
            : "Но сообщение методисту не дойдёт: он остановил бота. Скажите ему сами."));

    /// <summary>The one message at sending.</summary>
    internal static Html Waits(PlanDetails plan, int items, string by) => Html.Paragraphs(
        Html.Bold($"{PlanTexts.OfYear(plan.Year)}: {ReviewTexts.Wait(items)}"), Html.Of($"От кого: {by}"));

    /// <summary>What heads hear of a review: the remarks first, as many as fit.</summary>
    internal static Html Told(PlanDetails plan, IReadOnlyList<ToldDecision> told, int shown)
    {
        var returned = told.Where(one => one.Remark is not null).ToList();
        var head = Html.Bold(
            $"{PlanTexts.OfYear(plan.Year)}: {ReviewTexts.Decided(told.Count - returned.Count, returned.Count)}");
        var remarks = returned.Take(shown).Select(one => Html.Of(
            $"№ {one.Number}. {Ellipsis.Cut(one.Title, TitleInNews)}\nЗамечание: «{Ellipsis.Cut(one.Remark!, RemarkInNews)}»"));
        var more = returned.Count > shown ? Html.Text($"Остальные замечания ({Russian.Number(returned.Count - shown)}) — в списке.")
            : default;
        return Html.Paragraphs([head, .. remarks, more]);
    }

    internal static Html Changed(PlanDetails plan, DateTimeOffset since, IReadOnlyList<ChangedItem> items, SiteZone zone) =>
        Html.Paragraphs(
        [
            Html.Bold($"{PlanTexts.OfYear(plan.Year)}: что изменилось"),
            Html.Text($"С {Russian.Moment(since, zone)}, когда вы согласовывали в последний раз."),
            items.Count == 0 ? Html.Text("Ничего нового.") : default,
            .. items.Select(one => Change(one.Item, one.Before)),
        ]);

    private static Html Change(ItemDetails item, ItemVersion? before)
    {
        var what = before is null ? "новый пункт" : DiffTexts.Sentence(before, item.Now);
        var why = item.Now.Reason is { } reason ? $" Почему: {reason}" : "";
        return Html.Of($"<b>{item.Number}.</b> {Ellipsis.Cut(item.Now.Text.Title, TitleInNews)} — {ItemTexts.State(item)}.")
            + Html.Text($"\n{Ellipsis.Cut($"{Russian.AtStart(what.Length == 0 ? "без изменений" : what)}.{why}", ChangeInList)}");
    }

    internal static Html LeftAlone(int items) => Html.Paragraphs(
        Html.Bold("План некому согласовать"),
        Html.Text($"Последнего методиста в боте больше нет, а {ReviewTexts.Wait(items)}. Пригласите нового: он увидит их сразу."));

    internal static string Hanging(int items) => $"{ReviewTexts.Wait(items)}, другого методиста нет";

    internal static Html WaitsInMenu(WaitingPlan plan) =>
        Html.Text($"{PlanTexts.OfYear(plan.SchoolYear)}: {ReviewTexts.Wait(plan.Items)}.");

    internal static Html ReturnedInMenu(WaitingPlan plan) => Html.Text(
        $"{PlanTexts.OfYear(plan.SchoolYear)}: {PlanTexts.Count(plan.Items)} с замечаниями. Поправьте и отправьте снова.");

    private static string When(DateTimeOffset? at, SiteZone zone) => at is { } later ? Russian.Moment(later, zone) : "сейчас";
}
