using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.People.Registration;

/// <summary>What is said before anything is known of a person.</summary>
internal static class WelcomeTexts
{
    internal const string Agree = "Согласен";
    internal const string Decline = "Не согласен";
    internal const string Return = "Вернуться к выбору";
    internal const string AlreadyRegistered = "Вы уже зарегистрированы.";

    internal static Html Greeting(bool cameByLink) => Html.Paragraphs(
        Html.Bold("Здравствуйте!"),
        Html.Text("Это бот стажировочной площадки: здесь педагоги записываются на мероприятия и консультации."),
        Html.Text(
        "Для этого нужно сохранить имя, школу, должность, предметы и ваш идентификатор в Telegram (не телефон). Их видят руководитель, " +
        "методисты и наблюдатели площадки, руководитель вашей школы, ведущие и тьюторы, к которым вы обратитесь, больше никто. " +
        "Хранятся, пока работает площадка; посмотреть и удалить можно в любой момент: /profile."),
        Html.Text("Согласны, чтобы мы хранили и использовали эти данные (закон 152-ФЗ)?"),
        cameByLink ? Html.Text("После регистрации откроется то, за чем вы пришли по ссылке.") : Html.Empty);

    internal static Html Declined => Html.Paragraphs(
        Html.Text("Хорошо, ничего не сохранено."),
        Html.Text(
        "Без этих данных записать вас не получится: ведущий не будет знать, кого ждать. Если передумаете, вернитесь к выбору или " +
        "отправьте /start."));
}
