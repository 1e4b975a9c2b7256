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
    internal const string NoHeadHears =
        "Сообщение не дойдёт: руководитель площадки остановил бота. Скажите ему сами; когда он вернётся, бот сообщит.";
    internal const string NothingWaits = "Сейчас ничего не ждёт вашего решения.";
    internal const string InviteMethodologist = "Пригласить методиста";
    private const int TitleInNews = 90;
    private const int RemarkInNews = 300;
    private const int ChangeInList = 300;
    private const int RoomForChanges = 3000;

    internal static string Agreed(ItemDetails item) => $"{ItemTexts.Name(item)}: согласовано";

    internal static string Returned(ItemDetails item) => $"{ItemTexts.Name(item)} возвращён.";

    internal static string StillThere(ItemDetails item) =>
        $"Хорошо, пункт {Russian.Number(item.Number)} по-прежнему ждёт вашего решения.";

    /// <summary>Where several are named, each by its number.</summary>
    internal static string ChangeItem(int number, bool isOnly) =>
        isOnly ? ItemTexts.Change : $"{ItemTexts.Change} {Russian.Number(number)}";

    /// <summary>Nothing more waits.</summary>
    internal static Html End(PlanReview review, string tellsAt) => Html.Paragraphs(
        ReviewTexts.Progress(review),
        Html.Text(review.Reviewed == 0 ? NothingWaits : $"{Russian.AtStart(ReviewTexts.Decided(review.Agreed, review.Returned))}."),
        review.Own == 0 ? default : Html.Text($"Ваши собственные пункты ({Russian.Number(review.Own)}) согласует другой методист."),
        review.Untold == 0 ? default : Html.Text(
            $"Нажмите «{ReviewTexts.Finish}», и руководитель площадки узнает всё одним сообщением. Если не нажать, сообщу сам в " +
            $"{tellsAt}."));

    /// <param name="review">What waits.</param>
    /// <param name="all">The whole plan.</param>
    /// <param name="heardAt">When the heads hear of a whole plan; null: at once.</param>
    internal static Html AskRest(PlanReview review, bool all, string? heardAt) => Html.Paragraphs(
        all ? Html.Of($"Согласовать весь план: {PlanTexts.Count(review.Waiting)}? Руководитель площадки узнает {heardAt ?? "сразу"}.")
            : Html.Of($"Согласовать всё, что ещё ждёт решения: {PlanTexts.Count(review.Waiting)}? Возвращённые останутся возвращёнными."),
        review.Own == 0 ? default : Html.Text($"Ваши собственные пункты ({Russian.Number(review.Own)}) сюда не входят."));

    /// <param name="first">Of what has changed since it was seen.</param>
    /// <param name="all">How many have.</param>
    /// <param name="zone">The site's.</param>
    internal static Html ChangedMeanwhile(IReadOnlyList<ChangedItem> first, int all, SiteZone zone) => Html.Paragraphs(
        Html.Text("Пока вы смотрели, план изменился, поэтому ничего не согласовано."),
        first.Count == 0 ? default : Html.Lines([
            .. Meanwhile(first, zone),
            all <= first.Count ? default : Html.Text($"И ещё {PlanTexts.Count(all - first.Count)}: откройте список.")]));

    /// <summary>Each difference whole; what has no room for that is read on the item's own card.</summary>
    private static IEnumerable<Html> Meanwhile(IReadOnlyList<ChangedItem> changed, SiteZone zone)
    {
        var room = RoomForChanges;
        foreach (var (item, before) in changed)
        {
            var line = before is null ? Html.Text($"{ItemTexts.Name(item)}, новый: {item.Now.Text.Title}.")
                : ReviewTexts.Stale(item, before, zone, again: "");
            if (line.Length > room) line = Html.Text($"{ItemTexts.Name(item)} изменили: прочитайте его целиком, кнопка ниже.");
            room -= line.Length;
            yield return line;
        }
    }

    /// <param name="news">What was told.</param>
    /// <param name="heads">How many heads hear of it, but the speaker.</param>
    /// <param name="when">When they do.</param>
    internal static Html Finished(ReviewNews news, int heads, string when) => Html.Text(
        news.NobodyHears ? NoHeadHears
        : news.Told.Count == 0 ? AlreadyTold
        : $"Рассмотрение закончено: {ReviewTexts.Decided(news.Agreed, news.Returned)}." + heads switch
        {
            0 => "",
            1 => $" Руководитель площадки узнает {when}.",
            _ => $" Руководители площадки узнают {when}.",
        });

    /// <param name="items">How many.</param>
    /// <param name="heard">Whom it reaches.</param>
    /// <param name="when">When they hear of it.</param>
    internal static Html Sent(int items, Heard heard, string when) => Html.Text(
        $"Отправлено: {PlanTexts.Count(items)}. " + heard switch
        {
            { Told: 1 } => $"Методист узнает {when}.",
            { Told: > 1 } => $"Методисты узнают {when}.",
            { Stopped: 1 } => "Но сообщение методисту не дойдёт: он остановил бота. Скажите ему сами.",
            { Stopped: > 1 } => "Но сообщение методистам не дойдёт: они остановили бота. Скажите им сами.",
            { Speaker: true } => "Других методистов, которые могли бы это согласовать, нет: согласовать можете вы.",
            _ => "Но методиста, который мог бы это согласовать, в боте нет. Пригласите его.",
        });

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
            Html.Text($"С тех пор, как вы согласовывали в последний раз: {Russian.Moment(since, zone)}."),
            items.Count == 0 ? Html.Text("Ничего нового.") : default,
            .. items.Select(one => Change(one.Item, one.Before)),
        ]);

    private static Html Change(ItemDetails item, ItemVersion? before)
    {
        var what = before is null ? "новый пункт" : DiffTexts.Sentence(before, item.Now, DiffTexts.InPassing);
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
}
