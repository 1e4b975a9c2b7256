using MspBot.Domain.People;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.People.Schools;

/// <summary>What the head reads about a school that is not in the list.</summary>
internal static class SchoolTexts
{
    internal const string Accept = "Принять школу";
    internal const string IsListed = "Это школа из списка";
    internal const string Decide = "Решить о школе";
    internal const string HeadsOnly = "О школах решает руководитель площадки.";
    internal const string Decided = "Эта школа уже разобрана, решать больше нечего.";
    internal const string Merged = "Готово: педагоги переведены в школу из списка, лишнее название убрано.";

    internal static Html Question(string name, long people) => Html.Paragraphs(
        Html.Bold("Новая школа"),
        Html.Of($"При регистрации указали школу, которой нет в списке: «{name}» " +
            $"({Russian.Count((int)people, "человек", "человека", "человек")})."),
        Html.Text("Примите её в список или скажите, какая это из известных. Записываться педагоги могут уже сейчас."));

    internal static Html Waits(string name) => Html.Of($"Школа «{name}» ждёт вашего решения: её нет в списке.");

    internal static Html WhichKind(string name) => Html.Of($"Какая школа «{name}» для площадки?");

    internal static Html WhichListed(string name) => Html.Of($"Какая школа из списка — «{name}»?");

    internal static Html NoneListed(string name) => Html.Of($"Список школ пуст, сравнить «{name}» не с чем. Вернитесь и примите её.");

    internal static string This(string name) => $"Это {name}";

    internal static string As(SchoolKind kind) => kind switch
    {
        SchoolKind.Host => "Базовая школа площадки",
        SchoolKind.Leader => "Школа-лидер",
        SchoolKind.LowResults => "ШНОР",
        SchoolKind.Other => "Другая школа",
    };

    internal static string Accepted(SchoolKind kind) => $"Школа принята в список: {As(kind)}. Теперь её могут выбрать все.";
}
