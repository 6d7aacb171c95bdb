/* Sheets: tables whose rows are given heights so that a page is filled. */
#include "layout/table_plan.h"

static double wanted(const struct table_plan *plan, size_t r)
{
    double need = plan->body.height[r], wish = plan->table->body.at[r].height;
    return wish > need ? wish : need;
}

void table_fill(struct table_plan *plan, double room)
{
    double need = 0, wish = 0;
    for (size_t r = 0; r < plan->body.rows; r++) {
        need += plan->body.height[r];
        wish += wanted(plan, r);
    }
    double grow = 1, give = 1; /* of the wish; of what it is over the need */
    if (wish > room)
        give = room > need ? (room - need) / (wish - need) : 0;
    else if (wish > 0)
        grow = room / wish < plan->table->sheet.growth ? room / wish
                                                       : plan->table->sheet.growth;
    for (size_t r = 0; r < plan->body.rows; r++) {
        double least = plan->body.height[r];
        plan->body.height[r] = grow * (least + (wanted(plan, r) - least) * give);
    }
}
