using System.Globalization;
using MspBot.Data.Feedback;
using MspBot.Domain.Clock;
using MspBot.Domain.Feedback;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Feedback;

/// <summary>What those read to whom feedback is given: leaders, tutors, heads.</summary>
internal static class ViewTexts
{
    internal const string Mine = "Мои отзывы";
    internal const string All = "Все отзывы";
    internal const string MyEvents = "Мои записи";
    internal const string TooFew = "меньше трёх";
    internal const string WeDid = "Ответить: «Мы сделали…»";
    internal const string ToEvent = "К мероприятию";
    internal const string ToTutors = "Отзывы о консультациях";
    internal const string ToSeminars = "Отзывы о мероприятиях";
    internal const string ToNumbers = "К оценкам";
    internal const string Picture = "otzyvy.png";

    internal const string PictureRatings = "Оценка";
    internal const string PictureUsefulness = "Польза";

    internal const string ReplyTitle = "Ответ на отзывы";
    internal const string ReplyConfirm =
        "Отправить? Ответ получат все, кто оставил отзыв, и анонимные тоже. Кто они, не узнаете ни вы, ни другие.";
    internal const string ReplySend = "Отправить";

    internal static readonly Prompt ReplyText =
        new("Мы сделали", "Что вы сделали по этим отзывам?",
            "Продолжите фразу «Мы сделали: …». Например: добавили примеры для начальной школы, " +
            "следующая встреча будет на 15 минут длиннее.");

    internal static string WordsButton(int count) => $"Слова ({Russian.Number(count)})";

    internal static string WholeButton(int number) => $"Прочитать целиком: {Russian.Number(number)}";

    internal static Html Seminar(string title, DateTimeOffset startsAt, SiteZone zone) =>
        Html.Lines(Html.Bold($"Отзывы: {Ellipsis.Cut(title, 200)}"), Html.At(startsAt, zone));

    internal static Html Tutor(string name) =>
        Html.Lines(Html.Bold($"Отзывы о консультациях: {name}"),
            Html.Text("Здесь все консультации вместе: по одной было бы видно, чей это отзыв."));

    internal static Html FewSeminar =>
        Html.Text("Пока меньше трёх отзывов. Чтобы анонимный отзыв остался анонимным, оценки и слова видны, когда отзывов три или больше.");

    internal static Html FewTutor =>
        Html.Text(
        "Пока меньше трёх отзывов. Чтобы анонимный отзыв остался анонимным, оценки и слова видны, когда написали трое разных людей или " +
        "больше.");

    internal static Html NewByThree => Html.Text("Новые отзывы добавляются по три: так не видно, чей последний.");

    internal static Html Numbers(Overview.Open view) => Html.Lines(
        Mean("Оценка", view.Ratings), Mean("Польза", view.Usefulness),
        view.Applied is { } applied
            ? Html.Text($"Применили ({Answers(applied.Values.Sum())}): {string.Join(", ", applied.Where(a => a.Value > 0).Select(Share))}")
            : default);

    private static string Share(KeyValuePair<Applied, int> part) => $"{FeedbackTexts.Label(part.Key)} — {Russian.Number(part.Value)}";

    internal static Html Replies(IReadOnlyList<Reply> replies) =>
        Html.Lines([.. replies.TakeLast(3).Select(r => Html.Of($"Мы сделали: {Ellipsis.Cut(r.Text, 150)}"))]);

    internal static Html NoWords => Html.Text("Слов пока никто не написал.");

    internal static Html Heading(bool missing) => Html.Bold(missing ? "Чего не хватило" : "Что возьмут в работу");

    internal static Html Said(WrittenComment said, int number, int longest) =>
        Html.Of($"{number}. {Ellipsis.Cut(said.Text, longest)}{(said.Name is null ? "" : $" — {said.Name}")}");

    internal static Html AllSeminars => Html.Paragraphs(Html.Bold(All), Html.Text("Средняя оценка видна, если отзывов три или больше."));

    internal static Html NoSeminars => Html.Paragraphs(
        Html.Bold(All), Html.Text("Отзывов пока нет. Бот сам спросит участников через 15 минут после мероприятия."));

    internal static Html AllTutors =>
        Html.Paragraphs(Html.Bold(ToTutors), Html.Text("Выберите тьютора: видны все его консультации вместе."));

    internal static Html NoTutors => Html.Paragraphs(
        Html.Bold(ToTutors),
        Html.Text("Отзывов о консультациях пока нет. Бот сам спросит педагога, когда тьютор отметит, что консультация состоялась."));

    internal static string Line(RatedSeminar seminar, SiteZone zone) =>
        ButtonRows.Titled(
            $"{Russian.ShortDay(zone.DayOf(seminar.StartsAt))} · {(seminar.Mean is { } mean ? One(mean) : TooFew)} · ", seminar.Title);

    /// <summary>The text is the same for any number of recipients, so that they cannot be counted.</summary>
    internal static Html Replied => Html.Text("✅ Ответ сохранён и виден рядом с отзывами. Его получат все, кто оставил отзыв.");

    internal static Html ToAuthors(string title, string text) => Html.Paragraphs(
        Html.Text("💬 Ответ на ваш отзыв"), Html.Bold(title), Html.Of($"Мы сделали: {text}"),
        Html.Text("Ваш отзыв остался таким, каким вы его отправили: анонимный — анонимным."));

    internal static string Mean(IReadOnlyList<int> counts) =>
        One(counts.Select((count, n) => (double)count * (n + 1)).Sum() / counts.Sum());

    internal static string Answers(int count) => Russian.Count(count, "ответ", "ответа", "ответов");

    private static Html Mean(string what, IReadOnlyList<int> counts) => Html.Text($"{what}: {Mean(counts)} ({Answers(counts.Sum())})");

    private static string One(double mean) => mean.ToString("0.0", CultureInfo.GetCultureInfo("ru-RU"));
}
