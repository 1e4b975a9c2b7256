using MspBot.Host.Conversations.Dialogs;

namespace MspBot.Host.Materials.Adding;

/// <summary>What is asked about a material.</summary>
internal static class QuestionTexts
{
    internal const string AllSubjects = "Для любого предмета";
    internal const string Alone = "Только я";
    internal const string Together = "Я и соавторы";
    internal const string Others = "Другие авторы";

    internal const string GradesUnclear = "Не понял. Напишите классы числами, например: 6 или 5–7.";
    internal const string NamesUnclear = "Напишите имена через запятую, например: Орлов Б. Л., Иванова М. П.";
    internal const string TooManyAuthors = "Не больше десяти авторов, и каждое имя не длиннее 100 знаков.";
    internal const string RemarkTooShort = "Слишком коротко. Напишите, что исправить: хотя бы три буквы.";

    internal static readonly Prompt What = new("Файл или ссылка", "Что добавляем?",
        "Пришлите файл до 20 МБ или ссылку, например: https://disk.yandex.ru/i/abc");

    internal static readonly Prompt NewWhat = new("Новый файл", "Что вместо прежнего?",
        "Пришлите файл до 20 МБ или ссылку, например: https://disk.yandex.ru/i/abc");

    internal static readonly Prompt Name = new("Название", "Как называется?", "Тема и класс, например: Проценты, 6 класс");
    internal static readonly Prompt Kind = new("Вид", "Что это?");
    internal static readonly Prompt Subjects = new("Предмет", "По какому предмету?") { Skip = AllSubjects };
    internal static readonly Prompt Classes = new("Классы", "Для каких классов?", "Выберите или напишите: 6 или 5–7");
    internal static readonly Prompt Topics = new("Темы", "К каким темам относится?", "От одной до пяти");

    internal static readonly Prompt About = new("Описание", "О чём она и чем поможет?",
        "Два-три предложения, до 600 знаков. Например: Задания на проценты из ВПР с разбором ошибок");

    internal static readonly Prompt Authors = new("Авторы", "Кто авторы?");
    internal static readonly Prompt Names = new("Имена", "Напишите имена через запятую.", "Например: Орлов Б. Л., Иванова М. П.");

    internal static readonly Prompt Remark =
        new("Замечание", "Что исправить? Замечание увидит автор.", "Например: Добавьте ответы к заданиям");

    internal static readonly Prompt Field = new("Что изменить", "Что изменить?");

    internal static string Said(MaterialField field) => field switch
    {
        MaterialField.Name => "Название",
        MaterialField.Kind => "Вид",
        MaterialField.Subjects => "Предмет",
        MaterialField.Grades => "Классы",
        MaterialField.Topics => "Темы",
        MaterialField.About => "Описание",
        MaterialField.Authors => "Авторов",
    };
}
