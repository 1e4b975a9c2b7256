using MspBot.Domain.Broadcasts;

namespace MspBot.Host.Broadcasts;

/// <summary>Why a deed about a broadcast was not done, and what to do.</summary>
internal static class BroadcastRefusalTexts
{
    internal static string Of(BroadcastRefusal refusal) => refusal switch
    {
        BroadcastRefusal.NoSuchBroadcast => "Такой рассылки нет.",
        BroadcastRefusal.ChangedMeanwhile => "Пока вы смотрели, это изменили. Вот как теперь.",
        BroadcastRefusal.RoleLost => "У вас больше нет права на рассылки, ничего не изменилось.",
        BroadcastRefusal.Nobody => "Получать некому. Выберите, кому написать, иначе.",
        BroadcastRefusal.MeetingCancelled =>
            "Мероприятие, карточка которого приложена, отменили. Ничего не ушло: нажмите «Изменить», потом «Вложение».",
        BroadcastRefusal.AllSent => "Остановить уже нельзя: отправлено всем.",
        BroadcastRefusal.TooLate => "Прошло больше двух суток: исправить или удалить сообщение у получателей уже нельзя.",
        BroadcastRefusal.NobodyAgain => "Повторить некому: кому можно, сообщение уже повторено, остальным его не доставить.",
        BroadcastRefusal.Deleted => "Это сообщение уже удалили у получателей.",
        BroadcastRefusal.StillGoing => "Рассылка ещё уходит. Сначала остановите её, потом удалите то, что уже пришло.",
        BroadcastRefusal.PassedOn => "Руководителям школ об этом уже написали.",
        BroadcastRefusal.NoHeads => "Передать не через кого: у этих школ нет руководителя, который читает бота. Позвоните в школы.",
        BroadcastRefusal.NothingChanged => "Так и было, ничего не изменилось.",
    };
}
