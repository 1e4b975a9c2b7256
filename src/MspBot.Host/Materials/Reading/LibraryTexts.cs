using MspBot.Data.Materials.Reading;
using MspBot.Domain.Materials.Reading;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Materials.Reading;

/// <summary>What the library and its lists say.</summary>
internal static class LibraryTexts
{
    internal const string Library = "Библиотека";
    internal const string Description = "Библиотека: разработки уроков, презентации, рекомендации";
    internal const string Find = "Найти";
    internal const string FindAgain = "Найти другое";
    internal const string Topics = "Темы";
    internal const string BySubject = "По предмету";
    internal const string Newest = "Новые";
    internal const string Mine = "Мои";
    internal const string ToLibrary = "К библиотеке";
    internal const string AskForIt = "Попросить о разработке";
    internal const string Wishes = "Что искали напрасно";
    internal const string Searching = "поиск в библиотеке";
    internal const string Asked = "Передали руководителю площадки. Когда такая разработка появится, её можно будет найти здесь.";
    internal const string AskedAlready = "Вы уже попросили сегодня: руководитель площадки знает.";

    private const int NameInList = 120;
    private const int SubjectsInList = 60;
    private const int WordsInList = 80;

    internal static Prompt What => new("Что ищем", "Что найти в библиотеке?",
        "Одно или несколько слов, например: проценты 6 класс. Последнее слово можно не дописывать.");

    internal const string NoWords = "Здесь нет ни слов, ни чисел. Напишите, что найти, например: проценты 6 класс.";

    internal static Html Card(int materials, IReadOnlyList<Html> parts) => Html.Paragraphs([Html.Bold(Library),
        Html.Text(materials == 0 ? "Здесь будут разработки уроков, презентации и рекомендации. Пока ничего нет."
            : $"Здесь {Materials(materials)}. Слова можно написать и сразу за командой: /materials проценты"),
        .. parts]);

    internal static string Materials(int count) => Russian.Count(count, "разработка", "разработки", "разработок");

    /// <summary>«скачали 34 педагога»</summary>
    internal static string Taken(int people) =>
        $"{Russian.Plural(people, "скачал", "скачали", "скачали")} {Russian.Count(people, "педагог", "педагога", "педагогов")}";

    internal static string Title(FoundList list, string name, int total, bool more) => list switch
    {
        FoundList.Words when more => $"По запросу «{Ellipsis.Cut(name, WordsInList)}» — больше {Materials(total)}. Здесь новые: "
            + "чтобы найти точнее, добавьте слово",
        FoundList.Words => $"По запросу «{Ellipsis.Cut(name, WordsInList)}» — {Materials(total)}",
        FoundList.Topic => $"Тема «{name}»: {Materials(total)}",
        FoundList.Subject => $"{name}: {Materials(total)}",
        FoundList.Newest => $"Новые: {Materials(total)}",
        FoundList.Mine => $"Мои: {Materials(total)}",
    };

    internal static Html List(string title, IReadOnlyList<FoundMaterial> page) =>
        Html.Paragraphs([Html.Bold(title), .. page.Select(Line)]);

    private static Html Line(FoundMaterial one) => Html.Lines(
        Html.Text(Ellipsis.Cut(one.Name, NameInList)),
        Html.Text(string.Join(" · ", new[]
        {
            MaterialKindTexts.Of(one.Kind), Ellipsis.Cut(string.Join(", ", one.Subjects), SubjectsInList),
            Grades(one.FirstGrade, one.LastGrade), one.Taken == 0 ? "" : Taken(one.Taken),
        }.Where(part => part.Length > 0))));

    /// <summary>«5–6 классы», «6 класс»; empty where none is said.</summary>
    internal static string Grades(int? first, int? last) => (first, last) switch
    {
        ({ } from, { } to) when from == to => $"{Russian.Number(from)} класс",
        ({ } from, { } to) => $"{Russian.Number(from)}–{Russian.Number(to)} классы",
        _ => "",
    };

    internal static Html Empty(FoundList list, string name) => Html.Text(list switch
    {
        FoundList.Words => $"По запросу «{Ellipsis.Cut(name, WordsInList)}» ничего не нашлось. Попробуйте другие слова, посмотрите темы "
            + "или попросите о такой разработке.",
        FoundList.Topic => $"По теме «{name}» разработок пока нет.",
        FoundList.Subject => "По этому предмету разработок пока нет.",
        FoundList.Newest => "В библиотеке пока ничего нет.",
        FoundList.Mine => "Здесь будет то, что вы скачали из библиотеки и получили после встреч. Пока ничего нет.",
    });

    internal const string SearchForgotten = "Этот поиск уже не хранится. Напишите слова ещё раз.";

    internal static Html ToChoose(bool topics, bool any) => any
        ? Html.Paragraphs(Html.Bold(topics ? Topics : BySubject), Html.Text(topics ? "Выберите тему." : "Выберите предмет."))
        : Html.Text(topics ? "Разработок с темами пока нет." : "Разработок с предметом пока нет.");

    internal static string Choice(Counted one) => $"{one.Name} · {Russian.Number(one.Materials)}";

    /// <summary>To the heads, once a day and words.</summary>
    internal static Html Wished(Wish wish) => Html.Paragraphs(Html.Bold("Просят о разработке"), Html.Text($"В библиотеке нет: "
        + $"«{Ellipsis.Cut(wish.Words, WordsInList)}». За 90 дней {Sought(wish)}."));

    internal static Html WishList(IReadOnlyList<Wish> page) => page.Count == 0
        ? Html.Paragraphs(Html.Bold(Wishes), Html.Text("За последние 90 дней всё, что искали, нашлось."))
        : Html.Paragraphs([Html.Bold(Wishes), Html.Text("За последние 90 дней, сначала то, что нужно многим."),
            .. page.Select(one => Html.Text($"«{Ellipsis.Cut(one.Words, WordsInList)}»: {Sought(one)}"))]);

    /// <summary>«искали 5 педагогов, из них попросили 2», «искал и попросил 1 педагог»</summary>
    private static string Sought(Wish wish) => wish.Asked == wish.People
        ? $"{Russian.Plural(wish.People, "искал и попросил", "искали и попросили", "искали и попросили")} "
            + Russian.Count(wish.People, "педагог", "педагога", "педагогов")
        : $"{Russian.Plural(wish.People, "искал", "искали", "искали")} {Russian.Count(wish.People, "педагог", "педагога", "педагогов")}"
        + (wish.Asked == 0 ? ""
            : $", из них {Russian.Plural(wish.Asked, "попросил", "попросили", "попросили")} {Russian.Number(wish.Asked)}");
}
