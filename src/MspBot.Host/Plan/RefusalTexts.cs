using MspBot.Domain.Plan;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Plan;

/// <summary>Why a deed on a plan is refused, where the fresh card does not say it by itself.</summary>
internal static class RefusalTexts
{
    /// <summary>Of what was typed in vain so many signs: the rest of the message is the item.</summary>
    private const int SaidBack = 1000;

    internal const string OwnItem = "Свой пункт согласовать нельзя: попросите другого методиста.";

    /// <summary>What somebody has typed in vain: they need not think of it again.</summary>
    internal static Html NotKept(string? typed) =>
        typed is null ? default : Html.Of($"Не сохранилось: «{Ellipsis.Cut(typed, SaidBack)}»");

    internal static string Of(PlanRefusal because) => because switch
    {
        PlanRefusal.NoSuchPlan => "Этого плана нет.",
        PlanRefusal.NoSuchItem => "Этого пункта больше нет.",
        PlanRefusal.ChangedMeanwhile => "Пока вы смотрели, всё изменилось. Вот как сейчас.",
        PlanRefusal.TitleTooLong => $"Название — от 1 до {Russian.Number(PlanBounds.Title)} знаков.",
        PlanRefusal.ResultTooLong => $"Результат — от 1 до {Russian.Number(PlanBounds.Result)} знаков.",
        PlanRefusal.TermBackwards => "Конец срока раньше начала.",
        PlanRefusal.TermOutsideYear => "Срок не помещается в учебный год этого плана.",
        PlanRefusal.NothingChanged => "Ничего не изменилось: так уже и было.",
        PlanRefusal.TooManyItems => $"В плане может быть не больше {Russian.Number(PlanBounds.Items)} пунктов.",
        PlanRefusal.NothingToSend => "Отправлять нечего: все пункты уже отправлены.",
        PlanRefusal.NoMethodologist =>
            "Отправить некому: методиста, который мог бы согласовать план, в боте нет. Пригласите его, план подождёт.",
        PlanRefusal.NotSubmitted => "Этот пункт сейчас не на согласовании.",
        PlanRefusal.OwnItem => OwnItem,
        PlanRefusal.AlreadyExcluded => "Этот пункт уже исключён или предложен к исключению.",
        PlanRefusal.NotInForce => "Отметить можно только согласованный пункт.",
        PlanRefusal.AlreadyDone => "Этот пункт уже отмечен выполненным.",
        PlanRefusal.HeldByMeeting => "У пункта есть мероприятие: выполнение видно по нему, отмечать не нужно.",
        PlanRefusal.NotMarked => "Отметки уже нет.",
        PlanRefusal.DayAhead => "Этот день ещё впереди. Отметьте, когда всё состоится.",
        PlanRefusal.YearOver => "Учебный год этого плана закончился: теперь в нём можно только отмечать выполненное.",
        PlanRefusal.TooEarly => "План на следующий год можно готовить с 1 мая или когда согласован план этого года.",
        PlanRefusal.PlanExists => "В плане уже есть пункты, поэтому прошлогодний повторить нельзя.",
        PlanRefusal.HasMeetings => "К пункту привязано мероприятие. Исключите пункт с причиной: тогда он останется в истории.",
        PlanRefusal.RoleLost => "Эта роль у вас уже снята, поэтому ничего не изменилось.",
    };
}
