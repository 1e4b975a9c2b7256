using MspBot.Domain.People.Profile;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.People.Registration;

/// <summary>What is asked of somebody who registers, and said at the end.</summary>
internal static class RegistrationTexts
{
    private const string NameExample = "Например: Иванова Мария Петровна.";

    internal const string Title = "Регистрация";
    internal const string Unfinished = "регистрацию";
    internal const string NotListed = "Моей школы нет";
    internal const string NameIsRight = "Верно";
    internal const string NameIsWrong = "Исправить";
    internal const string TeachesNothing = "Не преподаю";
    internal const string AllRight = "Проверьте, всё ли верно.";
    internal const string SchoolGone = "Этой школы больше нет в списке. Выберите, пожалуйста, снова.";

    internal const string NameNotPrintable =
        "В этом имени есть буквы, которых нет в шрифте сертификатов. Напишите его русскими или латинскими буквами, как в документах, " +
        "например: Ван Сяомин.";

    internal const string SchoolNotPrintable =
        "В этом названии есть буквы, которых нет в шрифте сводки. Напишите его русскими буквами, например: МОУ «СОШ № 12».";

    internal const string SchoolUnclear = "Не похоже на название школы. Напишите, например: МОУ «СОШ № 12».";
    internal const string PositionUnclear = "Не похоже на должность. Напишите, например: учитель, завуч, логопед.";

    internal static Prompt Name => new("ФИО", "Как вас зовут?", $"Фамилия, имя и отчество, если есть. {NameExample}");

    internal static string NameSpelled(string name) => $"Запишем так: {name}";

    internal static Prompt School => new("Школа", "Где вы работаете?", $"Если вашей школы нет в списке, нажмите «{NotListed}».");

    internal static Prompt SchoolName =>
        new("Название школы", "Как называется ваша школа?", "Например: МОУ «СОШ № 12». Руководитель площадки добавит её в список.");

    internal static Prompt Position => new("Должность", "Кем вы работаете?", "Выберите или напишите своими словами.");

    internal static Prompt Subjects =>
        new("Предметы", "Что вы преподаёте?",
            $"Отметьте один или несколько предметов и нажмите «Готово». Не ведёте уроков — «{TeachesNothing}».");

    internal static IReadOnlyList<string> Positions { get; } =
        ["Учитель", "Учитель начальных классов", "Заместитель директора", "Директор", "Методист", "Педагог-психолог"];

    internal const string LinkTaken =
        "По этой ссылке только что зарегистрировался другой человек: она для одного. Ваши ответы не сохранены. Попросите у руководителя " +
        "школы свою ссылку или зарегистрируйтесь без неё: /start.";

    /// <summary>«Вы — Иванова Мария Петровна, учитель, МОУ «СОШ № 12»?»</summary>
    internal static string ItIsYou(string name, string position, string school) => $"Вы — {name}, {InSentence(position)}, {school}?";

    /// <summary>«Учитель» inside a sentence; «ПДО» stays.</summary>
    internal static string InSentence(string position) =>
        position.Length > 1 && char.IsLower(position[1]) ? $"{char.ToLowerInvariant(position[0])}{position[1..]}" : position;

    internal static string NameRefused(NameRefusal refusal) => refusal switch
    {
        NameRefusal.NoWords => $"Напишите имя словами. {NameExample}",
        NameRefusal.OneWord => $"Одного слова мало: нужны фамилия и имя, а если есть — отчество. {NameExample}",
        NameRefusal.TooManyWords => $"Слишком много слов: в имени их не больше пяти. {NameExample}",
        NameRefusal.TooLong => $"Слишком длинно: имя помещается в {Russian.Number(FullName.MaxLength)} знаков. {NameExample}",
        NameRefusal.HasDigits => $"В имени не бывает цифр. {NameExample}",
        NameRefusal.HasSigns => $"Имя пишется буквами, можно с дефисом и точкой, без других знаков. {NameExample}",
    };

    internal static Html Welcome(FullName name, bool schoolWaits) => Html.Paragraphs(
        Html.Of($"✅ Вы зарегистрированы, {Called(name)}."),
        schoolWaits ? Html.Text("Школу проверит руководитель площадки; ждать не нужно, уже можно записываться.") : Html.Empty);

    internal static Html Already => Html.Text(WelcomeTexts.AlreadyRegistered);

    /// <summary>Name and patronymic, as one speaks to a colleague; the whole name when it is not that long.</summary>
    private static string Called(FullName name) =>
        name.Value.Split(' ') is [_, { Length: > 1 } first, { Length: > 1 } second] && !first.Contains('.') && !second.Contains('.')
        ? $"{first} {second}" : name.Value;
}
