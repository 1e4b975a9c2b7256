using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Conversations;

/// <summary>What is said when no feature has anything to say.</summary>
internal static class EngineTexts
{
    internal const string Menu = "Меню";
    internal const string HelpLabel = "Помощь";
    internal const string WhatICan = "Что я умею";
    internal const string NotForYou = "Это действие вам недоступно.";
    internal const string Gone = "Этого больше нет или оно вам недоступно.";
    internal const string OldButton = "Эта кнопка больше не работает. Вот актуальное меню.";
    internal const string NoSuchCommand = "Такой команды нет. Вот что я умею:";
    internal const string BadLink = "Эта ссылка не подошла: возможно, она скопирована не целиком или уже не действует.";
    internal const string GroupLine = "Здравствуйте! Я работаю в личной переписке: откройте мой профиль и нажмите «Запустить».";
    internal const string OnlyWords = "Понимаю только текст и кнопки. Напишите словами или выберите в меню.";
    internal const string AlbumSeen = "Фотографии и файлы я здесь не разбираю. Напишите, пожалуйста, словами или откройте /menu.";
    internal const string EditsNotSeen =
        "Исправления в уже отправленных сообщениях я не вижу. Напишите новым сообщением или откройте /menu.";
    internal const string Failed =
        "Не получилось: что-то сломалось на нашей стороне, мы уже знаем. Сделанное раньше сохранено. Попробуйте ещё раз чуть позже или " +
        "откройте /menu.";
    internal const string Busy = "Секунду, сервер занят. Нажатие получено, ответ придёт.";
    internal const string Away = "Получил. Сейчас не могу ответить, отвечу сам, как только смогу. Повторять не нужно.";

    internal static Button ToMenu => Button.Command(Menu, "menu");

    /// <summary>The same for what is another's and for what does not exist.</summary>
    internal static Screen NothingThere => new Screen(Html.Text(Gone)).Row(ToMenu);

    internal static Html MenuTitle(Html? next) => next is { } waiting
        ? Html.Paragraphs(Html.Bold("Меню"), waiting)
        : Html.Paragraphs(Html.Bold("Меню"), Html.Text("Выберите, что нужно."));

    internal static Html Help(Html title, IEnumerable<ListedCommand> commands, IEnumerable<string> hints) => Html.Paragraphs(
        title,
        Html.Lines([.. commands.Select(c => Html.Of($"/{c.Name} — {c.Description}"))]),
        Html.Text("Команда работает в любой момент, даже посреди формы: ответы сохранятся на час."),
        Html.Lines([.. hints.Select(Html.Text)]));

    internal static Html HelpForStrangers => Html.Paragraphs(
        Html.Bold(WhatICan),
        Html.Text(
        "Я помогаю педагогам записываться на мероприятия и консультации стажировочной площадки. Чтобы начать, отправьте /start. О " +
        "площадке: /about."));
}
