using MspBot.Domain.Materials;

namespace MspBot.Host.Materials;

/// <summary>Why a deed in the library was not done, and what to do.</summary>
internal static class MaterialRefusalTexts
{
    internal static string Of(MaterialRefusal refusal) => refusal switch
    {
        MaterialRefusal.NoSuchMaterial => "Такой разработки нет.",
        MaterialRefusal.NoSuchTopic => "Такой темы больше нет: её объединили с другой или убрали.",
        MaterialRefusal.ChangedMeanwhile => "Пока вы смотрели, это изменили. Вот как теперь.",
        MaterialRefusal.RoleLost => "У вас больше нет этой роли, ничего не изменилось.",
        MaterialRefusal.Hidden => "Автор убрал этот материал.",
        MaterialRefusal.HiddenByHead => "Эту разработку убрал руководитель площадки, вернуть её может только он. Напишите ему: /help.",
        MaterialRefusal.NotYetChecked => "Файл ещё загружается. Попробуйте через минуту.",
        MaterialRefusal.NotOffered => "Эту разработку уже рассмотрели.",
        MaterialRefusal.SameTopic => "Такая тема уже есть.",
        MaterialRefusal.TooManyTopics => $"Тем уже {MaterialBounds.Topics}, больше не поместится. Объедините похожие или уберите лишние.",
        MaterialRefusal.MergedWithItself => "Это одна и та же тема. Выберите другую.",
        MaterialRefusal.NothingChanged => "Так и было, ничего не изменилось.",
        MaterialRefusal.Replaced => "Это уже заменили: откройте новое и проверьте.",
    };
}
