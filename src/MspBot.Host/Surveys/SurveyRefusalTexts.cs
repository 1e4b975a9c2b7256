using MspBot.Domain.Surveys;

namespace MspBot.Host.Surveys;

/// <summary>Why a deed of monitoring was not done, and what to do.</summary>
internal static class SurveyRefusalTexts
{
    internal static string Of(SurveyRefusal refusal) => refusal switch
    {
        SurveyRefusal.NoSuchSurvey => "Такого опроса нет: его удалили.",
        SurveyRefusal.NoSuchIndicator => "Такого показателя нет: его удалили.",
        SurveyRefusal.NoSuchRecommendation => "Такой рекомендации нет.",
        SurveyRefusal.ChangedMeanwhile => "Пока вы смотрели, это изменили. Вот как теперь.",
        SurveyRefusal.RoleLost => "У вас больше нет этой роли, ничего не изменилось.",
        SurveyRefusal.OtherSchool => "Вопрос был для другой школы: за неё вы больше не отвечаете.",
        SurveyRefusal.NotOpen => "Опрос закрыт: ответы больше не меняются.",
        SurveyRefusal.NoDraft => "Опрос уже открыт: вопросы и школы больше не меняются.",
        SurveyRefusal.NotAsked => "Вашу школу в этом опросе не спрашивают.",
        SurveyRefusal.SchoolNotAsked => "Эту школу в этом опросе не спрашивали.",
        SurveyRefusal.NotLowResults => "Эта школа больше не в списке школ с низкими результатами.",
        SurveyRefusal.NoIndicators => "В опросе нет ни одного вопроса школам. Отметьте показатели.",
        SurveyRefusal.NoSchools => "В опросе нет ни одной школы. Отметьте школы.",
        SurveyRefusal.DueTooEarly => "Срок ответа уже прошёл. Укажите день позже сегодняшнего.",
        SurveyRefusal.SamePeriod => "Опрос за эти же дни уже есть.",
        SurveyRefusal.AskedNow => "Показатель сейчас спрашивает открытый опрос. Сначала закройте его.",
        SurveyRefusal.Retired => "Этот показатель больше не спрашивается.",
        SurveyRefusal.BoundsCrossed => "Наибольшее не может быть меньше наименьшего.",
        SurveyRefusal.NothingChanged => "Так и было, ничего не изменилось.",
        SurveyRefusal.AnsweredMeanwhile => "На этот вопрос уже ответил другой руководитель школы.",
        SurveyRefusal.NotComplete => "Ответили ещё не на все вопросы.",
        SurveyRefusal.SchoolHasHead => "У школы есть руководитель в боте: ответы вносит он.",
        SurveyRefusal.NotSent => "Школа ещё ничего не отправила.",
        SurveyRefusal.RemindedLately => "Им напоминали меньше трёх рабочих дней назад.",
        SurveyRefusal.NobodyMissing => "Все школы уже ответили, напоминать некому.",
    };
}
