using MspBot.Data.Consultations.Requests;
using MspBot.Domain.Consultations;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Consultations.Requests;

/// <summary>What lists of consultations say.</summary>
internal static class RequestListTexts
{
    internal const string Group = "Группа";
    internal const string Requests = "Заявки";
    internal const string AllRequests = "Все заявки";
    internal const string Waiting = "Ждут ответа";
    internal const string Confirmed = "Подтверждены";
    internal const string Past = "Прошедшие";
    internal const string WaitingTitle = "Заявки на консультации";
    internal const string ConfirmedTitle = "Подтверждённые консультации";
    internal const string PastTitle = "Прошедшие консультации";
    internal const string NoWaiting =
        "Сейчас никто не ждёт ответа. Новая заявка придёт сюда сообщением. Чтобы педагогам было из чего выбрать, проверьте свои часы: " +
        "/hours.";
    internal const string NoConfirmed = "Подтверждённых консультаций впереди нет.";
    internal const string NoPast = "Консультаций ещё не было.";
    internal const string NoTime = "без времени";
    internal const string MineTitle = "Консультации";
    internal const string LookAtRequests = "Ответить на заявки";
    internal const string WriteOutcomes = "Внести итоги";
    internal const string FindTutor = "Назначить тьютора";
    internal const string ChooseTime = "Выбрать время консультации";

    internal static Html WaitFor(int count) =>
        Html.Text($"{Russian.Count(count, "заявка ждёт", "заявки ждут", "заявок ждут")} вашего ответа");

    internal static Html WithoutOutcome(int count) =>
        Html.Text($"{Russian.Count(count, "консультация прошла", "консультации прошли", "консультаций прошло")}, а итога пока нет.");

    internal static Html Overdue(int count) => Html.Text(
        $"{Russian.Count(count, "заявка осталась", "заявки остались", "заявок осталось")} без ответа тьютора. Назначьте, кто ответит.");

    internal static Html Choose(ConsultationLine line) =>
        Html.Of($"Тьютор предлагает время для консультации «{Ellipsis.Cut(line.Topic, 60)}»: выберите удобное.");

    internal static Html Next(ConsultationLine line, string when) =>
        Html.Of($"Консультация «{Ellipsis.Cut(line.Topic, 60)}»: <b>{when}</b>, {ConsultationTexts.ShortName(line.With)}");

    internal static string Standing(ConsultationState state, Side side) => state switch
    {
        ConsultationState.Requested => " (ждёт ответа)",
        ConsultationState.Offered when side == Side.Teacher => " (выберите время)",
        ConsultationState.Offered => " (педагог выбирает время)",
        ConsultationState.Waiting => " (ждёт времени)",
        ConsultationState.Inviting => " (собирается)",
        ConsultationState.NotHeld => " (не состоялась)",
        _ => "",
    };
}
