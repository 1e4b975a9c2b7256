using MspBot.Domain.Clock;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Plan.Items;

/// <summary>How things of an item are asked for.</summary>
internal static class ItemQuestionTexts
{
    private const int Shown = 200;
    internal const string Everybody = "Для всех";
    internal const string TooShort = "Слишком коротко. Напишите хотя бы три буквы: это прочитает методист.";

    internal static readonly Prompt Form = new("Форма", "Какая это форма работы?");

    internal static readonly Prompt Title = new("Название", "Как называется?", "Например: Круглый стол «Читательская грамотность»");

    internal static readonly Prompt Responsible = new("Ответственный", "Кто отвечает?",
        "Выберите человека или напишите словами, например: Тьюторы");

    internal static readonly Prompt Result = new("Результат", "Какой будет результат или документ?", "Например: Методические рекомендации");

    internal static readonly Prompt Audience = new("Для кого", "Для кого?", "Например: Учителя русского языка школ района");

    internal static readonly Prompt Reason = new("Почему", "Почему меняете?", "Методист прочитает это рядом с изменением.");

    internal static readonly Prompt WhyExclude = new("Почему", "Почему исключаете?", "Например: Объединили с пунктом 12");

    internal static readonly Prompt Day = new("День", "Когда это выполнено?", "Например: вчера или 20.11");

    internal static readonly Prompt Words = new("Итог", "Что получилось?", "Одной строкой, например: Рекомендации разосланы 7 школам");

    internal static readonly Prompt Material = new("Материал", "Приложите файл или ссылку, если есть.");

    internal static readonly Prompt MaterialName =
        new("Название материала", "Как назвать материал?", "Например: Методические рекомендации");

    internal static readonly Prompt Which = new("Пункт", "Какой пункт?", "Напишите номер или часть названия");

    /// <summary>With what stands there now above the example; null: nothing does.</summary>
    internal static Prompt With(this Prompt prompt, string? now) => now is null ? prompt
        : prompt with { Example = prompt.Example is { } example ? $"Сейчас: {Ellipsis.Cut(now, Shown)}\n{example}" : $"Сейчас: {now}" };

    internal static Prompt Term(SchoolYear year) => new("Срок", "Когда?", $"Месяц кнопкой или словами: {TermTexts.Example(year)}");
}
