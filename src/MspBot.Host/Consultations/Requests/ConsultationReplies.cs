using MspBot.Data.Consultations.Requests;
using MspBot.Domain.Clock;
using MspBot.Domain.Consultations;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Meetings;

namespace MspBot.Host.Consultations.Requests;

/// <summary>What a press on a consultation's card is answered with.</summary>
internal static class ConsultationReplies
{
    internal const string YouConfirmed = "Подтверждено, напишу педагогу";
    internal const string YouChose = "Готово, напишу тьютору";
    internal const string TutorWillKnow = "Передал тьютору: он предложит другое время";
    internal const string TimeKept = "Всё остаётся как было";
    internal const string YouTook = "Теперь эта заявка у вас";
    internal const string YouReturned = "Хорошо, заявка остаётся у коллеги";
    internal const string PressAgain = "Ссылка открыта: нажмите «Подключиться» ещё раз";

    internal static string OpensAt(DateTimeOffset at, SiteZone zone) =>
        $"Подключиться можно будет {Russian.Moment(at, zone)}, за 15 минут до начала.";

    internal static string NoLinkYet(Side side) => side == Side.Tutor
        ? "Ссылки ещё нет. Нажмите «Указать ссылку» — педагог сразу её увидит."
        : "Тьютор ещё не указал ссылку. Если встреча вот-вот начнётся, нажмите «Сообщить тьютору».";

    /// <summary>Names the clashing meeting if the person may know of it.</summary>
    internal static string Refused(ConsultationResult result, SiteZone zone) =>
        result.Clash is { } clash ? EngagementTexts.Taken(clash, zone) : Refused(result.Refusal!.Value);

    /// <summary>What changed, and what can be done now.</summary>
    internal static string Refused(ConsultationRefusal because) => because switch
    {
        ConsultationRefusal.NoSuchConsultation => "Такой заявки больше нет.",
        ConsultationRefusal.NotYours => "Эту заявку ведёт другой тьютор.",
        ConsultationRefusal.AlreadyConfirmed => "Консультация уже подтверждена. На карточке — время, которое в силе.",
        ConsultationRefusal.AlreadyDeclined => "Заявка уже отклонена.",
        ConsultationRefusal.AlreadyCancelled => "Уже отменено: делать ничего не нужно.",
        ConsultationRefusal.AlreadyOver => "Эта консультация уже прошла.",
        ConsultationRefusal.AlreadyBegun => "Встреча уже началась, перенести или отменить её нельзя.",
        ConsultationRefusal.GoesOnInGroup => "Заявка перешла в групповую консультацию.",
        ConsultationRefusal.NotConfirmedYet => "Консультация ещё не подтверждена.",
        ConsultationRefusal.TeacherChooses => "Вы уже предложили время, педагог выбирает. Ответ придёт сюда.",
        ConsultationRefusal.TimeGone => "Это время уже не обсуждается. На карточке — как сейчас.",
        ConsultationRefusal.TimeIsPast => "Это время уже прошло. Предложите, пожалуйста, другое.",
        ConsultationRefusal.TimeTooNear => "Это слишком скоро: тьютор не успеет подготовиться. Выберите, пожалуйста, время позже.",
        ConsultationRefusal.TimeTaken => "Это время уже занято. Выберите, пожалуйста, другое.",
        ConsultationRefusal.TimesOverlap => "Этот вариант пересекается с другим. Выберите, пожалуйста, другое время.",
        ConsultationRefusal.SameTime => "Консультация и так назначена на это время. Выберите, пожалуйста, другое.",
        ConsultationRefusal.NoTimes => "Не выбрано ни одного времени.",
        ConsultationRefusal.TooManyTimes => "Можно назвать не больше трёх вариантов времени.",
        ConsultationRefusal.TooLate => "До встречи слишком мало времени, чтобы её менять. Напишите тьютору: кнопка «Сообщить тьютору».",
        ConsultationRefusal.HandoverGone => "Эту заявку вам больше не передают: её ведёт другой тьютор или она закрыта.",
        ConsultationRefusal.AlreadyWithTutor => "Заявка уже у этого тьютора.",
        ConsultationRefusal.NoTutor => "Этого тьютора сейчас попросить нельзя. Выберите другого.",
    };
}
